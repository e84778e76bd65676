import type { MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';
import { newMeeting, setClock } from '../fixtures/scene/meeting.ts';
import { say } from '../fixtures/words.ts';
import { RoomPage } from '../pages/live/room.ts';

test.use({ daysAhead: 1 });

test('inside, a screen is shown, five minutes more are agreed on, and a second device takes over', async ({
  media: _media,
  conference,
  participant,
  organiser,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const slot = conference.slots[0]!;
  const meeting = await newMeeting(conference, [stuttgart, osaka], slot);
  const [there, here] = [
    new RoomPage(osaka.visitor, 'ja', conference, meeting),
    new RoomPage(stuttgart.visitor, 'en', conference, meeting),
  ];
  await setClock(organiser, slot.startsAt, 1);
  await there.open();
  await there.takePart('chat');
  await there.enterSilently();
  await here.open();
  await here.enterSilently();
  await expect(here.page.locator('.others')).toContainText('In writing only');

  await here.shareScreen();
  await expect(there.page.locator('.screen video')).toBeVisible({ timeout: 20_000 });
  // One at a time.
  await expect(there.page.getByRole('button', { name: say('ja', 'media.controls.share') })).toBeDisabled();
  await expectAccessible(there.page);

  await here.askForMoreTime();
  await there.agreeToMoreTime();
  await expect
    .poll(async () => (await organiser.api.get<MeetingView>(`meetings/${meeting.meetingId}`)).endsAt)
    .toBe(new Date(Date.parse(slot.endsAt) + 5 * 60_000).toISOString());

  // The same person on a second device.
  const second = await stuttgart.visitor.page.context().newPage();
  await second.goto(here.page.url());
  const moved = second.getByRole('button', { name: say('en', 'room.move_here') });
  await moved.click({ timeout: 20_000 });
  await second.getByRole('toolbar').waitFor();
  await expect(here.page.getByRole('alert')).toContainText('Only one device at a time');
  await expect(there.page.locator('.others musubi-tile')).toHaveCount(1);
});
