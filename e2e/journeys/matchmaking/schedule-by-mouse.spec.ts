import type { BlockView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';
import { SchedulePage } from '../../pages/times/schedule.ts';

test('a plan is changed by mouse, its empty slots are filled, and it is published with what came in between; a time that came free is taken', async ({
  conference,
  organiser,
  participant,
}) => {
  const { eventId } = conference.event;
  const [osaka, stuttgart, lyon] = [
    await participant('osaka', 'JP-27'),
    await participant('stuttgart', 'DE1'),
    await participant('lyon', 'FRK'),
  ];
  const [row, other] = [stuttgart.name.familyLatin, lyon.name.familyLatin];

  await test.step('three who all wish each other are planned', async () => {
    const blocks = await organiser.api.get<BlockView[]>(`events/${eventId}/blocks`);
    const { blockId, version, dates, from, until, slotMinutes, gapMinutes } = blocks[0]!;
    const times = { dates, from, until, slotMinutes, gapMinutes };
    await organiser.api.put(`events/${eventId}/blocks/${blockId}`, { ...times, version, mode: 'plan' });
    const all = [osaka, stuttgart, lyon];
    for (const one of all)
      for (const another of all.filter((person) => person !== one))
        await one.visitor.api.put(`events/${eventId}/preferences/${another.participantId}`, { preference: 'meet' });
  });

  const schedule = new SchedulePage(organiser, conference);
  const { page } = organiser;
  await schedule.open();
  await schedule.start(5);
  await expect(schedule.story).toContainText('3 of 3 wishes placed', { timeout: 30_000 });
  await expect(schedule.story).toContainText('Finished', { timeout: 30_000 });
  const meetings = schedule.meetingsOf(row);
  await expect(meetings).toHaveCount(2);

  await test.step('two meetings change places, with the mouse alone', async () => {
    const [first, second] = (await meetings.allTextContents()) as [string, string];
    await meetings.first().click();
    await schedule.button('schedule.meeting.move', schedule.panel).click();
    await meetings.last().click();
    await expect(page.getByText(/: changed places\./)).toBeVisible();
    await expect(meetings).toHaveText([second, first]);
  });

  await test.step('one is locked, one is taken out, and only the empty slots are filled', async () => {
    await schedule.choose(meetings.first());
    await schedule.button('schedule.meeting.lock', schedule.panel).click();
    await expect(schedule.fixedOf(row)).toHaveCount(1);
    const locked = (await schedule.fixedOf(row).textContent()) ?? '';
    const left = page.locator('musubi-meeting-panel').getByText(/Locked: the next run keeps it/);
    await expect(left).toBeVisible();
    await schedule.choose(meetings.last());
    await schedule.button('schedule.meeting.unbook', schedule.panel).click();
    await expect(meetings).toHaveCount(1);
    await schedule.open();
    await page.getByRole('radio', { name: /Only empty slots/ }).check();
    await schedule.start(5);
    await expect(schedule.story).toContainText('3 of 3 wishes placed', { timeout: 30_000 });
    await expect(schedule.story).toContainText('Finished', { timeout: 30_000 });
    await expect(meetings).toHaveCount(2);
    await expect(schedule.fixedOf(row)).toHaveText([locked]);
  });

  const available = (everything: boolean) =>
    osaka.visitor.api.put(`events/${eventId}/availability`, { everything, intervals: [] });
  await test.step('what somebody withheld meanwhile is reported, the rest is published', async () => {
    await available(false);
    await schedule.publish();
    await expect(page.getByRole('heading', { name: 'One meeting is published.' })).toBeVisible();
    await expect(schedule.report).toContainText('2 meetings could not be published');
    await expect(schedule.report.getByRole('listitem')).toHaveCount(2);
    await expectAccessible(page);
    await schedule.report.getByRole('link').click();
    await expect(page.getByRole('radio', { name: /Only empty slots/ })).toBeChecked();
  });

  const inEnglish = new MeetingsPage(stuttgart.visitor, 'en', conference);
  const inJapanese = new MeetingsPage(osaka.visitor, 'ja', conference);
  await test.step('a time that came free is offered to both who wish it, and taken by one', async () => {
    await available(true);
    await inEnglish.open();
    await inJapanese.open();
    await expect(inEnglish.rows('confirmed')).toHaveCount(1);
    const all = await lyon.visitor.api.get<MeetingView[]>(`events/${eventId}/meetings`);
    const { meetingId } = all.find(({ state }) => state === 'confirmed')!;
    await lyon.visitor.api.post(`meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
    await expect(inEnglish.gaps).toHaveCount(1, { timeout: 30_000 });
    await expect(inJapanese.gaps).toHaveCount(1, { timeout: 30_000 });
    await expectAccessible(stuttgart.visitor.page);
    await inEnglish.takeGap();
    await expect(inEnglish.rows('confirmed')).toHaveCount(1);
    await expect(inEnglish.rows('confirmed')).toContainText(osaka.name.familyLatin);
    await expect(inEnglish.rows('confirmed')).not.toContainText(other);
    await expect(inJapanese.rows('confirmed')).toHaveCount(1);
    await expect(inEnglish.gaps).toHaveCount(0);
    await expect(inJapanese.gaps).toHaveCount(0);
  });
});
