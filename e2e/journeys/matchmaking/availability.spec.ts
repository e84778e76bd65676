import type { AvailabilityView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { say } from '../../fixtures/words.ts';
import { AvailabilityPage } from '../../pages/times/availability.ts';
import { BlocksPage } from '../../pages/times/blocks.ts';
import { MatchmakingPage } from '../../pages/people/matchmaking.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('by keys alone: an organiser opens times, one person offers some, the other takes one at once', async ({
  conference,
  organiser,
  participant,
}) => {
  const blocks = new BlocksPage(organiser, conference);
  await blocks.open();
  await expect(blocks.titles).toHaveCount(1);
  await expectAccessible(organiser.page);
  await blocks.add();
  await blocks.fillHours('12:00', '13:10');
  await expect(blocks.preview).toContainText('3 slots');
  await expectAccessible(organiser.page);
  await blocks.nameAndOpen('Late in Osaka');
  await expect(blocks.titles.filter({ hasText: 'Late in Osaka' })).toBeVisible();

  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const times = new AvailabilityPage(osaka.visitor, 'ja', conference);
  await times.open();
  await expect(times.offered).toHaveCount(8);
  await expectAccessible(osaka.visitor.page);
  await times.enter();
  // Nothing of the day, then the last two of the late ones.
  await times.press('Control+a');
  await expect(times.offered).toHaveCount(0);
  await times.press('End', 'Space', 'Shift+ArrowUp');
  await expect(times.offered).toHaveCount(2);
  await expect(times.saved).toBeVisible();
  const { eventId } = conference.event;
  await expect
    .poll(async () => {
      const { everything, intervals } = await osaka.visitor.api.get<AvailabilityView>(`events/${eventId}/availability`);
      return { everything, intervals: intervals.length };
    })
    .toEqual({ everything: false, intervals: 1 });

  await stuttgart.visitor.goTo(`${conference.app}/matchmaking/${osaka.participantId}/request`);
  const ask = new MatchmakingPage(stuttgart.visitor, 'en', conference);
  const { page } = stuttgart.visitor;
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'booking.book.title') })).toBeVisible();
  await expectAccessible(page);
  await ask.reason.focus();
  await page.keyboard.type('Valves for our hydrogen plant');
  await ask.slots.and(page.locator('[tabindex="0"]')).focus();
  await page.keyboard.press('Space');
  await expect(ask.slots.and(page.locator('[aria-checked="true"]'))).toHaveCount(1);
  await page.getByRole('button', { name: say('en', 'booking.book.send') }).focus();
  await page.keyboard.press('Enter');
  await expect(new MeetingsPage(stuttgart.visitor, 'en', conference).rows('confirmed')).toHaveCount(1);
  const mine = async (): Promise<string[]> =>
    (await osaka.visitor.api.get<MeetingView[]>(`events/${eventId}/meetings`)).map(({ state }) => state);
  await expect.poll(mine).toEqual(['confirmed']);

  // Taken back within the minute, from the news of it.
  await page.getByRole('button', { name: say('en', 'booking.book.undo') }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(mine).toEqual(['cancelled']);
});
