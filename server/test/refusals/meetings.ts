import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { book, newPair, type Pair, theyMet, thingOf } from './pairs.js';
import type { Thing } from './area.js';
import type { Scene } from './scene.js';

/** What has become of a meeting to which the one who asked has brought a guest. */
export const meetingStates = {
  confirmed: 'before',
  moving: 'before',
  parted: 'before',
  left: 'before',
  cancelled: 'before',
  'under way': 'during',
  over: 'after',
  settled: 'long after',
} as const;

/** @param guest what has become of the guest's invitation */
export async function newMeeting(scene: Scene, state: string, guest: 'accepted' | 'invited' = 'accepted') {
  const pair = await newPair(scene);
  const meeting = await book(pair);
  const guestId = await bring(pair, guest);
  await steps[state as keyof typeof meetingStates](pair, meeting);
  return { pair, meeting, guestId };
}

export async function meetingThing(scene: Scene, state: string): Promise<Thing> {
  const { pair, meeting, guestId } = await newMeeting(scene, state);
  return thingOf(pair, { meetingId: meeting.meetingId, guestId });
}

async function bring({ does, asker, guest, requestId }: Pair, state: 'accepted' | 'invited'): Promise<string> {
  const people = [{ participantId: guest.participantId, part: 'required' }];
  const [invited] = await does<{ guestId: string }[]>(asker, 'post', `/api/meeting-requests/${requestId}/guests`, {
    people,
  });
  if (state === 'accepted') await does(guest, 'post', `/api/guests/${invited!.guestId}/accept`);
  return invited!.guestId;
}

type Step = (pair: Pair, meeting: MeetingView) => Promise<unknown>;

const steps: Record<keyof typeof meetingStates, Step> = {
  confirmed: () => Promise.resolve(),
  moving: ({ does, asker, scene }, { meetingId }) =>
    does<MeetingRequestView>(asker, 'post', `/api/meetings/${meetingId}/reschedule`, {
      slotIds: [scene.slots[1]!.slotId],
      note: null,
    }),
  parted: ({ does, asked, asker }) => does(asked, 'put', `/api/me/blocks/${asker.userId}`),
  left: ({ does, asked, scene }) => does(asked, 'post', `/api/events/${scene.eventId}/registration/withdraw`),
  cancelled: ({ does, asked }, { meetingId }) =>
    does(asked, 'post', `/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null }),
  'under way': () => Promise.resolve(),
  over: theyMet,
  settled: theyMet,
};
