import type { MeetingRoomView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting, setClock } from '../../fixtures/scene/meeting.ts';
import { say } from '../../fixtures/words.ts';
import { NowPage } from '../../pages/live/now.ts';
import { RoomPage } from '../../pages/live/room.ts';

// The clock only moves forward: the journeys of one server come one after the other.
test.use({ daysAhead: 1 });

test('both write the same notes, meet elsewhere by agreement, and the helpdesk answers; video is not needed', async ({
  conference,
  participant,
  organiser,
}) => {
  // Three people, and time for lines to break and mend.
  test.slow();
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const slot = conference.slots[0]!;
  const meeting = await newMeeting(conference, [stuttgart, osaka], slot);
  // As on a server without video: everything else works.
  for (const { page } of [osaka.visitor, stuttgart.visitor])
    await page.route('**/api/video', (route) => route.fulfill({ json: { available: false } }));
  const [there, here] = [
    new RoomPage(osaka.visitor, 'ja', conference, meeting),
    new RoomPage(stuttgart.visitor, 'en', conference, meeting),
  ];
  await setClock(organiser, slot.startsAt, 2);
  await here.open();
  await there.open();

  // Not before they are read: keys on a field that is still read-only go nowhere.
  await expect(here.notes).toBeEditable();
  await expect(there.notes).toBeEditable();
  await here.notes.pressSequentially('Benches free in weeks 14 to 20');
  await expect(there.notes).toHaveValue('Benches free in weeks 14 to 20');
  await there.notes.press('Control+End');
  await there.notes.pressSequentially('\n水素ステーション');
  await expect(here.notes).toHaveValue('Benches free in weeks 14 to 20\n水素ステーション');
  await here.write('The document follows.');
  await expect(there.messages).toContainText(['The document follows.']);
  await expectAccessible(here.page);
  await expectAccessible(there.page);

  // Away and back: what was written meanwhile on both sides comes together.
  await here.page.context().setOffline(true);
  await here.notes.press('Control+Home');
  await here.notes.pressSequentially('Stuttgart: ');
  await there.notes.press('Control+End');
  await there.notes.pressSequentially('2027');
  await here.page.context().setOffline(false);
  const together = 'Stuttgart: Benches free in weeks 14 to 20\n水素ステーション2027';
  await expect(here.notes).toHaveValue(together, { timeout: 20_000 });
  await expect(there.notes).toHaveValue(together, { timeout: 20_000 });

  const address = 'https://meet.example/osaka-stuttgart';
  await here.goElsewhere(address);
  await there.agreeToElsewhere();
  await expect(here.elsewhere(address)).toBeVisible();
  await here.page.reload();
  await expect(here.elsewhere(address)).toBeVisible();
  await expect(here.elsewhere(address)).toHaveAttribute('rel', /noreferrer/);

  await there.callHelp('音が聞こえません');
  const board = new NowPage(organiser, conference);
  await board.open();
  const call = board.call('音が聞こえません');
  await expect(call.getByRole('textbox')).toBeVisible();
  await expectAccessible(organiser.page);
  await board.answer(call, 'We call you in a minute.');
  await expect(there.page.locator('musubi-help-note')).toContainText('We call you in a minute.');

  // An organiser takes the agreement back for both.
  const asStaff = new RoomPage(organiser, 'en', conference, meeting);
  await asStaff.open();
  await organiser.page.getByRole('button', { name: say('en', 'room.plan_b.clear') }).click();
  await expect(here.elsewhere(address)).toHaveCount(0);
  const room = await organiser.api.get<MeetingRoomView>(`meetings/${meeting.meetingId}/room`);
  expect(room).toMatchObject({ planB: null, proposal: null });

  // And gives both a number, from the board, without going in.
  await board.open();
  const row = board.room(stuttgart.name.familyLatin);
  await board.openWay(row);
  await expectAccessible(organiser.page);
  await board.setPhone(row, '+32 2 555 01 99');
  for (const { page } of [here, there])
    await expect(page.locator('musubi-plan-b-note')).toContainText('+32 2 555 01 99');
  await expect(row.locator('musubi-plan-b-place')).toContainText('+32 2 555 01 99');

  await setClock(organiser, slot.endsAt, 5 * 24 * 60);
  await there.page.reload();
  await expect(there.notes).toHaveValue(together);
  await expect(there.notes).toHaveAttribute('readonly', '');
  expect(await organiser.api.get<MeetingView>(`meetings/${meeting.meetingId}`)).toMatchObject({ me: null });
});
