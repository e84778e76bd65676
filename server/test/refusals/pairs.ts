import type { MeetingView } from '@musubi/contracts';
import { accept, after, manyRequests, type TestParticipant, wasInRoom } from '../builders/meetings.js';
import type { Thing } from './area.js';
import type { Scene } from './scene.js';

/** Of a meeting that never came about: an id that nobody knows. */
export const nobody = '01890000-0000-7000-8000-000000000001';

/** Two who have asked and were asked, a third whom they bring, and what is between them. */
export interface Pair {
  scene: Scene;
  asker: TestParticipant;
  asked: TestParticipant;
  guest: TestParticipant;
  requestId: string;
  /** Done by one of them, and it succeeds. */
  does: <T = unknown>(by: TestParticipant, verb: 'post' | 'put' | 'delete', path: string, body?: object) => Promise<T>;
}

/** A request that nobody has answered, for the first slot of the event. */
export async function newPair(scene: Scene): Promise<Pair> {
  const { app } = scene;
  const [asker, asked, guest] = scene.draw() as [TestParticipant, TestParticipant, TestParticipant];
  const slotIds = [scene.slots[0]!.slotId];
  const [requestId] = await manyRequests(app, scene.meetings.event, [{ from: asker, to: asked, slotIds }]);
  const does = async <T>(by: TestParticipant, verb: 'post' | 'put' | 'delete', path: string, body = {}) => {
    const http = app.http(by);
    const { status, body: answer } = verb === 'delete' ? await http.delete(path) : await http[verb](path, body);
    if (status >= 300) throw new Error(`${verb} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer as T;
  };
  return { scene, asker, asked, guest, requestId: requestId!, does };
}

/** The two agree on the slot that was proposed. */
export async function book({ scene, asked, requestId }: Pair): Promise<MeetingView> {
  const { status, body } = await accept(scene.app, asked, requestId, scene.slots[0]!);
  if (status >= 300) throw new Error(`accept: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Both were in its room, from begin to end. */
export async function theyMet({ scene: { app }, asker, asked }: Pair, meeting: MeetingView): Promise<void> {
  for (const { userId } of [asker, asked])
    await wasInRoom(app, meeting, userId, after(meeting.startsAt, 0), after(meeting.endsAt, 0));
}

/** As the matrix names it. */
export function thingOf({ scene, asker, asked, guest, requestId }: Pair, ids: Record<string, string> = {}): Thing {
  return {
    people: { ...scene.bystanders, asker, asked, guest },
    ids: {
      eventId: scene.eventId,
      requestId,
      meetingId: nobody,
      slotId: scene.slots[0]!.slotId,
      otherSlotId: scene.slots[1]!.slotId,
      instantSlotId: scene.instant.slots[0]!.slotId,
      asker: asker.participantId,
      asked: asked.participantId,
      guest: guest.participantId,
      askerUser: asker.userId,
      askedUser: asked.userId,
      guestUser: guest.userId,
      ...ids,
    },
  };
}

/** The third of them has another meeting in the first slot. */
export async function elsewhere({ scene, guest }: Pair): Promise<void> {
  const other = await newPair(scene);
  const slotId = scene.slots[0]!.slotId;
  const path = `/api/events/${scene.eventId}/meeting-requests`;
  const body = {
    to: guest.participantId,
    reason: 'Something else',
    opportunityIds: [],
    slotIds: [slotId],
    language: 'en',
  };
  const { requestId } = await other.does<{ requestId: string }>(other.guest, 'post', path, body);
  await other.does(guest, 'post', `/api/meeting-requests/${requestId}/accept`, { slotId });
}
