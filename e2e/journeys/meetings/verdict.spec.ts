import type { MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting, setClock } from '../../fixtures/scene/meeting.ts';
import { wasInRoom } from '../../fixtures/scene/room-stay.ts';
import { MeetingPage } from '../../pages/meetings/meeting.ts';
import { RecordPart } from '../../pages/meetings/record.ts';
import { RecordsPage } from '../../pages/meetings/records.ts';

test.use({ daysAhead: 1 });

test('a record that is not right is disputed, decided by the organisers, and the decision taken back', async ({
  conference,
  participant,
  organiser,
}) => {
  test.setTimeout(120_000);
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const booked = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  await wasInRoom(booked, stuttgart);
  await setClock(organiser, booked.endsAt, 5);
  const state = async (): Promise<string> =>
    (await stuttgart.visitor.api.get<MeetingView>(`meetings/${booked.meetingId}`)).state;
  await expect.poll(state, { timeout: 30_000 }).toBe('no_show');

  const theirs = new MeetingPage(osaka.visitor, 'ja', conference);
  await theirs.open(booked.meetingId);
  const record = new RecordPart(theirs.page, 'ja');
  await expect(record.state('no_show')).toBeVisible();
  await expectAccessible(theirs.page);
  await record.dispute('電話で面談を行いました。');
  await expect(record.disputed).toContainText('電話で面談を行いました。');
  await expectAccessible(theirs.page);
  const mine = new MeetingPage(stuttgart.visitor, 'en', conference);
  await mine.open(booked.meetingId);
  const seen = new RecordPart(mine.page, 'en');
  await expect(seen.state('no_show')).toBeVisible();
  await expect(seen.disputed).toHaveCount(0);

  const records = new RecordsPage(organiser, conference);
  await records.open();
  await expect(records.rows).toHaveCount(1);
  await expect(records.rows).toContainText('電話で面談を行いました。');
  await expectAccessible(organiser.page);
  await records.openFirst();
  await expect(records.history).toHaveCount(1);
  await expectAccessible(organiser.page);
  await records.decide('held', 'Both told us of the same call.');
  await expect(records.history).toHaveCount(2);

  // Both pages have stood open all the time.
  await expect(record.state('held')).toBeVisible();
  await expect(seen.state('held')).toBeVisible();
  await expectAccessible(organiser.page);
  await records.takeBack();
  await expect(records.history).toHaveCount(3);
  await expect(record.state('no_show')).toBeVisible();
  await expect(seen.state('no_show')).toBeVisible();
  await records.open();
  await expect(records.rows).toHaveCount(1);
});
