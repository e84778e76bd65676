import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GuestView } from '@musubi/contracts';
import {
  accept,
  ask,
  deadlocks,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { heldBack } from '../../../../../test/held-back.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: Person;
let japanese: Person;
let guest: Person;
let requestId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
  guest = await newParticipant(app, eventId, 'FR1');
  ({ requestId } = (await ask(app, eventId, european, japanese, [scene.slots[0]!])).body);
  const people = [{ participantId: guest.participantId, part: 'required' }];
  const [invited] = (
    await app.http(european).post<GuestView[]>(`/api/meeting-requests/${requestId}/guests`, { people })
  ).body as [GuestView];
  expect((await app.http(guest).post(`/api/guests/${invited.guestId}/accept`, {})).status).toBe(200);
});

/** Who sits in the meeting, in whose agenda it is, and what became of the invitation. */
const seen = () =>
  app.db.query(
    `SELECT ARRAY(SELECT occupant_id FROM meeting_seat WHERE meeting_id = meeting.id AND live ORDER BY 1) AS seated,
            ARRAY(SELECT user_id FROM commitment WHERE source_id = meeting.id ORDER BY 1) AS expecting,
            ARRAY(SELECT state FROM meeting_guest WHERE request_id = $1) AS guests
     FROM meeting WHERE request_id = $1`,
    [requestId],
  );

describe('a guest who was to come, at the moment when the two agree on a time', () => {
  const ways = {
    'leaves the event': () => app.http(guest).post(`/api/events/${eventId}/registration/withdraw`),
    'does not want to meet one of the two': () => app.http(guest).put(`/api/me/blocks/${european.userId}`, {}),
    'is not wanted by one of the two': () => app.http(european).put(`/api/me/blocks/${guest.userId}`, {}),
    'says not to come': async () => {
      const [{ id }] = await app.db.query('SELECT id FROM meeting_guest WHERE request_id = $1', [requestId]);
      return app.http(guest).post(`/api/guests/${id}/decline`, {});
    },
  };

  it.each(Object.entries(ways))('and %s: has no seat, whoever was first', async (_, goes) => {
    // Both write to feeds last: by then each has decided.
    const answers = await heldBack(app, 'user_feed', [
      () => accept(app, japanese, requestId, scene.slots[0]!),
      () => goes(),
    ]);
    expect(answers.map(({ status }) => status < 300)).toEqual([true, true]);
    const two = [european.userId, japanese.userId].sort();
    expect(await seen()).toEqual([
      { seated: two, expecting: two, guests: [expect.stringMatching(/expired|declined/)] },
    ]);
    expect(await deadlocks(app)).toBe(0);
  });
});
