import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, SlotChoice } from '@musubi/contracts';
import {
  accept,
  ask,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  type TestParticipant,
} from '../../../../../test/builders/meetings.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: TestParticipant;
let japanese: TestParticipant;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
});

/** Gives the time to a session, or to a talk of one's own. */
const give = (person: TestParticipant, place: number, kind: 'session' | 'speaking') =>
  app.db.query(
    `INSERT INTO commitment (user_id, event_id, kind, source_id, during, title_en, title_ja, uid, sequence)
     SELECT $1, $2, $3, id, during, '', '', id, 0 FROM meeting_slot WHERE id = $4`,
    [person.userId, eventId, kind, scene.slots[place]!.slotId],
  );
const open = async (requestId: string) =>
  (await app.http(japanese).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`)).body.slots.map(
    (slot) => slot.open,
  );

describe('a time that was proposed', () => {
  it.each([
    ['whoever asked', 'speaks', () => european, 'speaking'],
    ['whoever was asked', 'has saved a session', () => japanese, 'session'],
  ] as const)('is open no more once %s %s then', async (_, _does, who, kind) => {
    const { body } = await ask(app, eventId, european, japanese, [scene.slots[0]!, scene.slots[1]!]);
    await give(who(), 0, kind);
    expect(await open(body.requestId)).toEqual([false, true]);
    const refused = await accept(app, japanese, body.requestId, scene.slots[0]!);
    const { data } = refused.body as unknown as { data: { alternatives: SlotChoice[] } };
    expect([code(refused), data.alternatives.length]).toEqual([[409, 'meeting.slot_taken'], 3]);
    expect(await open(body.requestId)).toEqual([false, true]);
    expect((await accept(app, japanese, body.requestId, scene.slots[1]!)).status).toBe(201);
  });

  it('for a meeting to be moved to is none either', async () => {
    const meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
    const slotIds = [scene.slots[1]!.slotId];
    const { body } = await app
      .http(european)
      .post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, { slotIds, note: null });
    await give(european, 1, 'speaking');
    expect(await open(body.requestId)).toEqual([false]);
    expect(code(await accept(app, japanese, body.requestId, scene.slots[1]!))).toEqual([409, 'meeting.slot_taken']);
  });
});
