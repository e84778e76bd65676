import type { Lang, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { expectInTree, Keyboard } from '../../fixtures/keyboard.ts';
import { say } from '../../fixtures/words.ts';

/** The words of a pattern, to be found inside of a line of the tree. */
const within = (lang: Lang, key: string): RegExp =>
  new RegExp(say(lang, key).source.replace(/^\^\\s\*|\\s\*.*\$$/g, ''));
/** A line of the tree: what it is, and what it is called. */
const line = (role: string, lang: Lang, key: string): RegExp => new RegExp(`^${role} .*${within(lang, key).source}`);

for (const [lang, other, region, otherRegion] of [
  ['en', 'ja', 'DE1', 'JP-27'],
  ['ja', 'en', 'JP-27', 'DE1'],
] as const) {
  test(`a whole booking with the keyboard alone, asked in ${lang} and accepted in ${other}`, async ({
    conference,
    participant,
  }) => {
    test.setTimeout(150_000);
    const asked = await participant('asked', otherRegion);
    const asker = await participant('asker', region);
    const { page } = asker.visitor;
    const keys = new Keyboard(page);

    // The directory: past everything that stands before the content, then to the one person in it.
    await asker.visitor.goTo(`${conference.app}/matchmaking?view=people`);
    const ask = page.getByRole('main').getByRole('link', { name: say(lang, 'directory.request_label') });
    await ask.waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keys.press('Tab');
    expect(await keys.stop()).toEqual({ role: 'link', name: expect.stringMatching(say(lang, 'common.skip')) });
    await keys.press('Enter');
    await expectInTree(page.getByRole('main'), [
      /^heading .*\[level=1\]/,
      /^navigation /,
      /^listitem/,
      /^heading .*\[level=2\]/,
      line('link', lang, 'directory.request_label'),
    ]);
    const views = await keys.tabTo(ask);
    const [first] = views;
    expect(first, 'the skip link leads past the menu').toMatch(say(lang, 'matchmaking.view.suggestions'));
    await keys.press('Enter');

    // The request: reason, times, send, in this order.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const reason = page.getByLabel(say(lang, 'matchmaking.ask.reason'));
    await reason.waitFor();
    await expectInTree(page.getByRole('main'), [
      /^heading .*\[level=1\]/,
      line('heading', lang, 'matchmaking.ask.about'),
      line('textbox', lang, 'matchmaking.ask.reason'),
      line('heading', lang, 'matchmaking.ask.when'),
      /^group /,
      /^checkbox .*09:00/,
      line('heading', lang, 'matchmaking.ask.times'),
      line('button', lang, 'matchmaking.ask.send'),
    ]);
    await keys.tabTo(reason);
    await keys.type('Valves for a hydrogen plant');
    const slots = page.locator('button[role=checkbox]');
    await keys.tabTo(page.locator('button[role=checkbox][tabindex="0"]'));
    await keys.press('Space');
    await keys.press('ArrowRight');
    await keys.press('Space');
    await expect(slots.and(page.locator('[aria-checked=true]'))).toHaveCount(2);
    expect((await keys.stop()).role).toBe('checkbox');
    await expectAccessible(page);
    const toSend = await keys.tabTo(page.getByRole('button', { name: say(lang, 'matchmaking.ask.send') }));
    expect(toSend.filter((name) => /\d\d:\d\d/.test(name)).length, 'the slots are one stop').toBeLessThanOrEqual(4);
    await keys.press('Enter');

    const requests = `events/${conference.event.eventId}/meeting-requests`;
    await expect
      .poll(async () =>
        (await asked.visitor.api.get<MeetingRequestView[]>(requests)).map(({ slots: all }) => all.length),
      )
      .toEqual([2]);
    await expectInTree(page.getByRole('main'), [/^heading .*\[level=1\]/, /^heading .*\[level=2\]/, /^listitem/]);

    // The other side: the request, the choice of times, the second of them, done.
    const theirs = asked.visitor.page;
    const hands = new Keyboard(theirs);
    await asked.visitor.goTo(`${conference.app}/meetings`);
    const choose = theirs
      .getByRole('button')
      .filter({ hasText: say(other, 'meetings.row.choose') })
      .first();
    await choose.waitFor();
    await expectInTree(theirs.getByRole('main'), [
      /^heading .*\[level=1\]/,
      /^heading .*\[level=2\]/,
      line('button', other, 'meetings.row.choose'),
    ]);
    await hands.tabTo(choose);
    await hands.press('Enter');
    const dialog = theirs.getByRole('dialog');
    await dialog.waitFor();
    await expectInTree(dialog, [/^heading /, /^radio /, /^radio /, /^button /]);
    await expectAccessible(theirs);
    await expect.poll(async () => (await hands.stop()).role, 'the focus is inside of the dialog').toBe('radio');
    await hands.press('ArrowDown');
    await hands.tabTo(dialog.locator('button[type=submit]'), 4);
    await hands.press('Enter');
    await expect(dialog).toBeHidden();

    const meetings = `events/${conference.event.eventId}/meetings`;
    await expect
      .poll(async () => (await asker.visitor.api.get<MeetingView[]>(meetings)).map(({ state }) => state))
      .toEqual(['confirmed']);
    // The focus is not lost with the row that went away.
    await expect.poll(() => theirs.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
}

test('a letter’s link asks who one is, comes back to the page with the buttons, and tells a stranger whose it is', async ({
  conference,
  participant,
  stranger,
  mailbox,
}) => {
  const asked = await participant('asked', 'JP-27');
  const asker = await participant('asker', 'DE1');
  await asker.visitor.api.post<MeetingRequestView>(`events/${conference.event.eventId}/meeting-requests`, {
    to: asked.participantId,
    reason: 'Valves for a hydrogen plant',
    opportunityIds: [],
    slotIds: conference.slots.slice(0, 1).map(({ slotId }) => slotId),
    language: 'en',
  });
  const [link = ''] = /https?:\/\/\S+\/meetings\/\S+/.exec((await mailbox.next(asked.address, /面談/)).text) ?? [];
  const path = new URL(link).pathname;

  const nobody = await stranger({ lang: 'ja' });
  await nobody.goTo(path.slice(1));
  await expect(nobody.page).toHaveURL(new RegExp(`sign-in\\?returnTo=${encodeURIComponent(path)}`));

  await asked.visitor.goTo(path.slice(1));
  const accept = asked.visitor.page.getByRole('button').filter({ hasText: say('ja', 'meetings.row.accept') });
  await expect(accept).toBeVisible();
  const state = async () =>
    (await asker.visitor.api.get<MeetingRequestView[]>(`events/${conference.event.eventId}/meeting-requests`))[0]!
      .state;
  expect(await state(), 'following the link answers nothing').toBe('requested');

  const third = await participant('third', 'FRK');
  await third.visitor.goTo(path.slice(1));
  await expect(third.visitor.page.getByText(third.address)).toBeVisible();
  await expect(third.visitor.page.getByRole('button', { name: say('en', 'meetings.page.other_person') })).toBeVisible();
  await expectAccessible(third.visitor.page);
});
