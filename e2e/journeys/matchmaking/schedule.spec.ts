import type { BlockView, PersonName, ScheduleView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { wishingCrowd } from '../../fixtures/scene/wishing-crowd.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';
import { PreferencesPage } from '../../pages/times/preferences.ts';
import { SchedulePage } from '../../pages/times/schedule.ts';

test.setTimeout(300_000);

test('organisers plan from what people say: a run is watched, compared, adjusted and published', async ({
  conference,
  organiser,
  participant,
  mailbox,
}) => {
  const { eventId } = conference.event;
  await test.step('the organisers plan the times of their conference', async () => {
    const blocks = await organiser.api.get<BlockView[]>(`events/${eventId}/blocks`);
    const { blockId, version, dates, from, until, slotMinutes, gapMinutes } = blocks[0]!;
    const times = { dates, from, until, slotMinutes, gapMinutes };
    await organiser.api.put(`events/${eventId}/blocks/${blockId}`, { ...times, version, mode: 'plan' });
    // One meeting each: of three who all wish each other one is left out.
    await atMost(1);
  });

  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const lyon = await participant('lyon', 'FRK');

  await test.step('people say whom they want to meet', async () => {
    const wishes = new PreferencesPage(stuttgart.visitor, 'en', conference);
    await wishes.open();
    await wishes.say(osaka.name.familyLatin, 'must');
    await expect(wishes.of(osaka.name.familyLatin).getByRole('radio').first()).toBeChecked();
    await expectAccessible(stuttgart.visitor.page);
    const all = [osaka, stuttgart, lyon];
    for (const one of all) {
      for (const other of all.filter((person) => person !== one)) {
        const preference = one === stuttgart && other === osaka ? 'must' : 'meet';
        await one.visitor.api.put(`events/${eventId}/preferences/${other.participantId}`, { preference });
      }
    }
  });

  const inJapanese = new MeetingsPage(osaka.visitor, 'ja', conference);
  const inEnglish = new MeetingsPage(stuttgart.visitor, 'en', conference);
  await inJapanese.open();
  await inEnglish.open();

  const schedule = new SchedulePage(organiser, conference);
  await test.step('a run is started and watched', async () => {
    await schedule.open();
    await expect(schedule.findings).toBeVisible();
    await expectAccessible(organiser.page);
    await schedule.start(5);
    await expect(schedule.story).toContainText('1 of 3 wishes placed', { timeout: 20_000 });
    await expect(schedule.story).toContainText('Finished', { timeout: 30_000 });
    // Where the first plan was the best there is no climb to draw.
    const curve = organiser.page.getByRole('img', { name: /value of the plan over time/ });
    await expect(curve.or(organiser.page.getByText(/there is no climb to draw/))).toBeVisible();
    await expect(schedule.meetingsOf(called(osaka.name))).toHaveCount(1);
    await expect(schedule.unmet).toContainText('2 wishes not met');
    await expectAccessible(organiser.page);
  });

  await test.step('another run may hold more; what changed for whom stands beside it', async () => {
    await atMost(null);
    await schedule.open();
    await schedule.start(5);
    await expect(schedule.meetingsOf(called(osaka.name))).toHaveCount(2, { timeout: 20_000 });
    await organiser.page.getByRole('link', { name: 'Compare with run 1' }).click();
    await expect(organiser.page.getByRole('heading', { name: 'Something changed for 3 people' })).toBeVisible();
    await expectAccessible(organiser.page);
    await organiser.page.goBack();
  });

  const { page } = organiser;
  await test.step('the plan is adjusted by keyboard, with a way back', async () => {
    await schedule.chooseByKeys(called(stuttgart.name));
    await schedule.carry('free');
    await expect(page.getByText(/: moved to /)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('The last change is taken back.')).toBeVisible();
    await schedule.chooseByKeys(called(stuttgart.name));
    await page.keyboard.press('Delete');
    await expect(schedule.meetingsOf(called(stuttgart.name))).toHaveCount(1);
    await schedule.button('schedule.board.undo').first().click();
    await expect(schedule.meetingsOf(called(stuttgart.name))).toHaveCount(2);
  });

  await test.step('where somebody is in another meeting it cannot go, and stays', async () => {
    await schedule.chooseByKeys(called(osaka.name));
    const before = await schedule.spoken.innerText();
    await schedule.carry('taken');
    await expect(schedule.panel.getByRole('alert')).toContainText('In another meeting then: ');
    await page.keyboard.press('Escape');
    await schedule.chooseByKeys(called(osaka.name));
    await expect(schedule.spoken).toHaveText(before);
    await expectAccessible(page);
  });

  await test.step('published, everybody sees their meetings appear, with one letter each', async () => {
    await expect(inJapanese.rows('confirmed')).toHaveCount(0);
    await schedule.publish();
    await expect(organiser.page.getByRole('heading', { name: '3 meetings are published.' })).toBeVisible();
    await expect(inJapanese.rows('confirmed')).toHaveCount(2);
    await expect(inEnglish.rows('confirmed')).toHaveCount(2);
    await mailbox.next(osaka.address, /面談/);
    await mailbox.next(stuttgart.address, /meeting/i);
  });

  await test.step('rolled back, they go again', async () => {
    await schedule.rollBack();
    await expect(inJapanese.rows('confirmed')).toHaveCount(0);
    await expect(inEnglish.rows('confirmed')).toHaveCount(0);
  });

  await test.step('and the plan is changed and published again', async () => {
    await schedule.chooseByKeys(called(stuttgart.name));
    await schedule.button('schedule.meeting.unbook', schedule.panel).click();
    await expect(schedule.meetingsOf(called(stuttgart.name))).toHaveCount(1);
    await schedule.publish();
    await expect(page.getByRole('heading', { name: '2 meetings are published.' })).toBeVisible();
    await expect(inEnglish.rows('confirmed')).toHaveCount(1);
  });

  async function atMost(meetingsAtMost: number | null): Promise<void> {
    const { settings, version } = await organiser.api.get<ScheduleView>(`organise/events/${eventId}/schedule`);
    await organiser.api.put(`organise/events/${eventId}/schedule/settings`, { ...settings, version, meetingsAtMost });
  }
});

test('a run at work is stopped by the organiser, and its best plan is kept', async ({
  conference,
  organiser,
  participant,
}) => {
  const { eventId } = conference.event;
  const blocks = await organiser.api.get<BlockView[]>(`events/${eventId}/blocks`);
  const { blockId, version, dates, from, until, slotMinutes, gapMinutes } = blocks[0]!;
  const times = { dates, from, until, slotMinutes, gapMinutes };
  await organiser.api.put(`events/${eventId}/blocks/${blockId}`, { ...times, version, mode: 'plan' });
  const { settings, version: was } = await organiser.api.get<ScheduleView>(`organise/events/${eventId}/schedule`);
  const free = { ...settings, version: was, pairsOnce: false };
  await organiser.api.put(`organise/events/${eventId}/schedule/settings`, free);
  await wishingCrowd(await participant('stuttgart', 'DE1'), 800, 30);

  const schedule = new SchedulePage(organiser, conference);
  await schedule.open();
  await schedule.start(600);
  await expect(schedule.story).toContainText(/[1-9][\d,]* of [\d,]+ wishes placed/, { timeout: 60_000 });
  await schedule.button('schedule.run.stop').click();
  await expect(schedule.story).toContainText('Stopped, best plan kept', { timeout: 60_000 });
  await expect(schedule.board.getByRole('rowheader').first()).toBeVisible({ timeout: 30_000 });
  await expect(schedule.board.locator('.mt').first()).toBeVisible();
  await expect(schedule.button('schedule.run.publish')).toBeEnabled();
  const { runs } = await organiser.api.get<ScheduleView>(`organise/events/${eventId}/schedule`);
  expect(runs).toMatchObject([{ state: 'stopped', hasPlan: true, failedBecause: null }]);
});

const called = ({ familyLatin }: PersonName): string => familyLatin;
