import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { publish } from '../../fixtures/people.ts';
import { MatchmakingPage } from '../../pages/people/matchmaking.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('two sides are recommended to each other; one asks, the other accepts', async ({ conference, participant }) => {
  test.setTimeout(120_000);
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  await publish(osaka.visitor, osaka.registration, 'offer', 'Test stands for hydrogen valves');
  await publish(stuttgart.visitor, stuttgart.registration, 'request', 'A place to test hydrogen valves');

  const theirs = new MatchmakingPage(osaka.visitor, 'ja', conference);
  await theirs.open();
  await expect(theirs.best).toContainText('A place to test hydrogen valves');
  await expectAccessible(osaka.visitor.page);

  const inbox = new MeetingsPage(osaka.visitor, 'ja', conference);
  await inbox.open();

  const mine = new MatchmakingPage(stuttgart.visitor, 'en', conference);
  await mine.open();
  await expect(mine.best).toContainText(osaka.name.familyLatin);
  await expect(mine.best).toContainText('Test stands for hydrogen valves');
  await expectAccessible(stuttgart.visitor.page);
  await mine.askBest();
  for (const index of [0, 1, 2]) await mine.slots.nth(index).click();
  await mine.reason.fill('We would like to test our valves at your stands.');
  await expectAccessible(stuttgart.visitor.page);
  await mine.send();

  await expect(inbox.rows('waiting')).toHaveCount(1);
  const [request] = await stuttgart.visitor.api.get<MeetingRequestView[]>(
    `events/${conference.event.eventId}/meeting-requests`,
  );
  expect(request).toMatchObject({ state: 'requested', mine: 'from', slots: [{}, {}, {}] });
  await inbox.acceptFirst();
  await expect(inbox.rows('confirmed')).toHaveCount(1);

  const outbox = new MeetingsPage(stuttgart.visitor, 'en', conference);
  await outbox.open();
  await expect(outbox.rows('confirmed')).toHaveCount(1);
  const [meeting] = await stuttgart.visitor.api.get<MeetingView[]>(`events/${conference.event.eventId}/meetings`);
  expect(meeting).toMatchObject({ state: 'confirmed', slotId: request!.slots[0]!.slotId });
});

test('a meeting is asked for by keyboard alone', async ({ conference, participant }) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  await publish(osaka.visitor, osaka.registration, 'offer', 'Test stands for hydrogen valves');
  await publish(stuttgart.visitor, stuttgart.registration, 'request', 'A place to test hydrogen valves');
  const { page } = stuttgart.visitor;
  const mine = new MatchmakingPage(stuttgart.visitor, 'en', conference);
  await mine.open();
  await mine.best.waitFor();

  /** Walks with Tab until this has the focus, as somebody without a mouse does. */
  const walkTo = async (what: ReturnType<typeof page.locator>): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      if (await what.evaluateAll((all) => all.includes(document.activeElement as never))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The keyboard does not get there');
  };
  await walkTo(mine.best.getByRole('link', { name: 'Request a meeting' }));
  await page.keyboard.press('Enter');
  await mine.reason.waitFor();
  await walkTo(mine.reason);
  await page.keyboard.type('We would like to test our valves at your stands.');
  await walkTo(mine.slots);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await walkTo(page.getByRole('button', { name: 'Send request' }));
  await page.keyboard.press('Enter');

  await expect
    .poll(() => stuttgart.visitor.api.get(`events/${conference.event.eventId}/meeting-requests`))
    .toMatchObject([{ state: 'requested', slots: [{}, {}] }]);
});
