import type { MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting } from '../../fixtures/scene/meeting.ts';
import { MeetingPage } from '../../pages/meetings/meeting.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('the two write to each other and move their meeting; it is the same meeting, in both calendars', async ({
  conference,
  participant,
  mailbox,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const { meetingId, startsAt } = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  const [here, there] = [
    new MeetingPage(stuttgart.visitor, 'en', conference),
    new MeetingPage(osaka.visitor, 'ja', conference),
  ];
  await here.open(meetingId);
  await there.open(meetingId);
  await here.write('Could we start later?');
  await expect(there.messages).toContainText(['Could we start later?']);
  await there.write('はい、可能です。');
  await expect(here.messages).toContainText(['Could we start later?', 'はい、可能です。']);
  await expectAccessible(here.page);

  await here.askToMove();
  const inbox = new MeetingsPage(osaka.visitor, 'ja', conference);
  await inbox.open();
  await expect(inbox.rows('waiting')).toHaveCount(1);
  await expect(inbox.rows('confirmed')).toHaveCount(1);
  await inbox.acceptOnly();
  await expect(inbox.rows('waiting')).toHaveCount(0);

  const meeting = (): Promise<MeetingView> => stuttgart.visitor.api.get<MeetingView>(`meetings/${meetingId}`);
  // The row goes at once, the meeting moves when the server has said so.
  await expect.poll(async () => (await meeting()).startsAt).not.toBe(startsAt);
  const mine = await meeting();
  const theirs = await osaka.visitor.api.get<MeetingView>(`meetings/${meetingId}`);
  expect(theirs).toMatchObject({ meetingId, state: 'confirmed', startsAt: mine.startsAt });
  const letters = [
    await mailbox.next(stuttgart.address, /has another time/),
    await mailbox.next(osaka.address, /日時の変更】/),
  ];
  for (const { calendar } of letters) {
    expect(calendar?.method).toBe('REQUEST');
    expect(calendar?.ics).toContain(`UID:meeting-${meetingId}@musubi`);
    expect(calendar?.ics).toContain('SEQUENCE:1');
  }
});
