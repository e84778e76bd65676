import type { FollowUpItem } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting, setClock } from '../../fixtures/scene/meeting.ts';
import { FunnelPage } from '../../pages/meetings/funnel.ts';
import { FollowUpPage } from '../../pages/meetings/follow-up.ts';

test.use({ daysAhead: 1 });

test('both say what came of it, and the organiser’s funnel counts it live', async ({
  conference,
  participant,
  organiser,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const slot = conference.slots[0]!;
  await newMeeting(conference, [stuttgart, osaka], slot);
  const funnel = new FunnelPage(organiser, conference);
  await funnel.open();
  await expect(funnel.count('confirmed')).toHaveText('1');
  await expect(funnel.count('held')).toHaveText('0');
  await expectAccessible(organiser.page);

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

  // The board has stood open all the time.
  await expect(funnel.count('held')).toHaveText('1');
  await expect(funnel.count('initiated')).toHaveText('1');
  await funnel.count('initiated').click();
  const records = organiser.page.getByRole('main');
  await expect(records).toContainText(osaka.organisation.nameLatin);
  await expect(records).toContainText(stuttgart.organisation.nameLatin);
  await expectAccessible(organiser.page);
});

test('a case counts once another party confirms it; a colleague does not', async ({
  conference,
  participant,
  organiser,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const colleague = await participant('stuttgart-colleague', 'DE1', stuttgart);
  const slot = conference.slots[0]!;
  const meeting = await newMeeting(conference, [stuttgart, osaka], slot);
  await setClock(organiser, slot.endsAt, 5);
  const funnel = new FunnelPage(organiser, conference);
  await funnel.open();
  await expect(funnel.count('initiated')).toHaveText('0');

  const mine = new FollowUpPage(stuttgart.visitor, 'en', conference);
  await mine.open();
  await mine.sayWeGoOn('Agree on dates for a visit to the test stands', slot.endsAt.slice(0, 10));
  await expect(mine.rows('said')).toHaveCount(1);
  const theirs = new FollowUpPage(osaka.visitor, 'ja', conference);
  await theirs.open();
  await theirs.sayPerhaps();
  await expect(theirs.rows('said')).toHaveCount(1);

  // The board has stood open all the time. What one side claims stands beside the number, and opens.
  await expect(funnel.claimed('initiated')).toBeVisible();
  await expect(funnel.count('initiated')).toHaveText('0');
  await funnel.claimed('initiated').click();
  await expect(funnel.records).toHaveCount(1);
  await expect(funnel.records).toContainText('Claimed by one side');

  const items = await stuttgart.visitor.api.get<FollowUpItem[]>(`events/${conference.event.eventId}/follow-up`);
  const { caseId } = items.find((item) => item.meeting.meetingId === meeting.meetingId)!.case!;
  const refused = await colleague.visitor.api.send('post', `cases/${caseId}/confirm`);
  expect([refused.status(), await refused.json()]).toMatchObject([409, { code: 'case.same_party' }]);
  await expect(funnel.count('initiated')).toHaveText('0');

  await theirs.confirmCase();
  await expect(funnel.count('initiated')).toHaveText('1');
  await expect(funnel.claimed('initiated')).toHaveCount(0);
  await organiser.page.keyboard.press('Escape');
  await funnel.count('initiated').click();
  await expect(funnel.records).toHaveCount(1);
  await expect(funnel.records).toContainText('Confirmed by the partner');
  await expect(funnel.records).toContainText(osaka.organisation.nameLatin);
  await expectAccessible(organiser.page);
});
