import type { FunnelStep, FunnelView } from '@musubi/contracts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';
import { newMeeting, setClock } from '../fixtures/meeting.ts';
import { FollowUpPage } from '../pages/follow-up.ts';

test.use({ daysAhead: 1 });

test('both say what came of it, and the funnel counts the case', async ({ conference, participant, organiser }) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const slot = conference.slots[0]!;
  await newMeeting(conference, [stuttgart, osaka], slot);
  const funnel = async (...steps: FunnelStep[]): Promise<number[]> => {
    const view = await organiser.api.get<FunnelView>(`organise/funnel?eventId=${conference.event.eventId}`);
    return steps.map((step) => view.steps.find((one) => one.step === step)?.count ?? -1);
  };
  expect(await funnel('requested', 'confirmed', 'held', 'initiated')).toEqual([1, 1, 0, 0]);

  await setClock(organiser, slot.endsAt, 5);
  const due = slot.endsAt.slice(0, 10);
  const theirs = new FollowUpPage(osaka.visitor, 'ja', conference);
  await theirs.open();
  await expect(theirs.rows('due')).toHaveCount(1);
  await expectAccessible(osaka.visitor.page);
  await theirs.sayWeGoOn('試験設備の見学日程を調整する', due);
  await expect(theirs.rows('said')).toHaveCount(1);

  const mine = new FollowUpPage(stuttgart.visitor, 'en', conference);
  await mine.open();
  await mine.sayWeGoOn('Agree on dates for a visit to the test stands', due);
  await expect(mine.rows('said')).toHaveCount(1);
  await expectAccessible(stuttgart.visitor.page);
  await expect.poll(() => funnel('confirmed', 'held', 'initiated')).toEqual([1, 1, 1]);
});
