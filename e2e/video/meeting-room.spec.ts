import type { MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';
import { newMeeting, setClock } from '../fixtures/scene/meeting.ts';
import { expectToSeeAndHear, RoomPage } from '../pages/live/room.ts';

test.use({ daysAhead: 1 });

test('at the hour both join the room, see and hear each other, and are known to have met', async ({
  media: _media,
  conference,
  participant,
  organiser,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const slot = conference.slots[0]!;
  const meeting = await newMeeting(conference, [stuttgart, osaka], slot);
  const rooms = [
    new RoomPage(osaka.visitor, 'ja', conference, meeting),
    new RoomPage(stuttgart.visitor, 'en', conference, meeting),
  ] as const;

  await rooms[0].open();
  await expect(rooms[0].page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(rooms[0].enterButton).toHaveCount(0);

  // Ten minutes before the start the door opens by itself.
  await setClock(organiser, slot.startsAt, -8);
  await expect(rooms[0].enterButton).toBeVisible();
  await expectAccessible(rooms[0].page);
  await rooms[1].open();
  await rooms[0].enter();
  await rooms[1].enter();
  await Promise.all(rooms.map(({ page }) => expectToSeeAndHear(page.locator('.others'))));
  await expectAccessible(rooms[1].page);

  // The whole time passes while both are inside.
  await setClock(organiser, slot.endsAt, 1);
  await rooms[0].leave();
  await rooms[1].leave();
  await expect
    .poll(async () => (await organiser.api.get<MeetingView>(`meetings/${meeting.meetingId}`)).state, {
      timeout: 30_000,
    })
    .toBe('held');
});

test('a room that nobody else came to is not held', async ({ conference, participant, organiser }) => {
  const osaka = await participant('osaka', 'JP-27');
  const lyon = await participant('lyon', 'FRK');
  const slot = conference.slots[0]!;
  const meeting = await newMeeting(conference, [lyon, osaka], slot);
  await setClock(organiser, slot.endsAt, 60);
  await expect
    .poll(async () => (await organiser.api.get<MeetingView>(`meetings/${meeting.meetingId}`)).state, {
      timeout: 30_000,
    })
    .toBe('not_held');
});
