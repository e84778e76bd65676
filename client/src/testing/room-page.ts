import type { EventView, MeetingRoomView, MeetingView } from '@musubi/contracts';
import { MeetingRoom } from '../app/features/room/meeting-room';
import { DRAFT_SHELF } from '../app/core/drafts/draft-shelf';
import { DEVICE_EDGE } from '../app/data/room/media/device-edge';
import { MEDIA_EDGE } from '../app/data/room/media/media-edge';
import { ROOM_PARTS, type RoomParts } from '../app/data/room/room-parts';
import { MemoryShelf } from './drafts';
import { computer, mediaPerson, videoServer } from './media-world';
import { aiko, clara, eventId, meeting } from './meeting-fixtures';
import { type Answers, openPage } from './open-page';

const event = { eventId, slug: 'conference', zone: 'Europe/Brussels' } as EventView;
/** Nothing goes on beside picture and sound. */
export const affairs = (more: Partial<MeetingRoomView> = {}): MeetingRoomView => ({
  meetingId: meeting().meetingId,
  modes: [],
  extension: { used: 0, askedBy: [], until: '2027-01-26T08:50:00Z', possible: true },
  planB: null,
  proposal: null,
  help: null,
  closesAt: '2027-01-26T09:00:00Z',
  notesOpenUntil: '2027-01-29T08:45:00Z',
  ...more,
});
/** Nothing is written yet. */
export const notes = { state: '', text: '', changedAt: null, changedBy: null, open: true };

const ticket = { url: 'ws://x', token: 't', room: 'r', identity: 'clara', canPublish: true };

/** Clara at the room of her meeting with Aiko: 09:25–09:45 in Stuttgart, 08:25 UTC. */
export async function openRoom(
  time: string,
  {
    more = {} as Partial<MeetingView>,
    room = {} as Partial<MeetingRoomView>,
    answers = {} as Answers,
    video = true,
    parts = {} as RoomParts,
  } = {},
) {
  const [server, devices, shelf] = [videoServer(), computer(), new MemoryShelf()];
  const page = await openPage(MeetingRoom, {
    inputs: { event, id: 'meeting' },
    words: ['room', 'media', 'meetings', 'files'],
    at: `2027-01-26T${time}:00Z`,
    providers: [
      { provide: DRAFT_SHELF, useValue: shelf },
      { provide: ROOM_PARTS, useValue: parts },
      { provide: MEDIA_EDGE, useValue: server.edge },
      { provide: DEVICE_EDGE, useValue: devices.edge },
    ],
    answers: {
      '/meetings/meeting': meeting(more),
      '/meetings/meeting/ticket': ticket,
      '/meetings/meeting/room': affairs(room),
      '/meetings/meeting/notes': notes,
      [`/events/${eventId}/meetings`]: [],
      '/video': { available: video },
      [`/events/${eventId}/follow-up`]: [],
      ...answers,
    },
  });
  const heading = (): string | undefined => page.element.querySelector('main h2')?.textContent?.trim();
  const enter = async (): Promise<void> => {
    await page.press('Enter the room');
    server.line().people([mediaPerson('clara')]);
    await page.settle();
  };
  return { ...page, ...server, devices, shelf, heading, enter };
}
/** Aiko is inside already. */
export const here = (): Partial<MeetingView> => ({
  sides: [
    { participant: aiko, here: true, side: 0, part: 'required' },
    { participant: clara, here: false, side: 1, part: 'required' },
  ],
});
