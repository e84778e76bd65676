import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type GuestInvitation, invitationsListed } from '@musubi/contracts';
import { type MeetingEvent, newMeetingEvent, newPair } from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
});
afterAll(() => app.close());

it('of more invitations than are listed, the newest are read', async () => {
  const { eventId } = scene.event;
  const { european, japanese } = await newPair(app, eventId);
  const guest = await newParticipant(app, eventId, 'FR1');
  await app.db.query(
    `WITH sent AS (
       INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason,
                                    opportunity_ids, language, sent_at, answer_by)
       SELECT $1, $2, $3, $4, $5, 'expired', NULL, 'No. ' || n, '{}', 'en', domain_now(), domain_now()
       FROM generate_series(1, $8::int) AS n RETURNING id, reason
     )
     INSERT INTO meeting_guest (request_id, participant_id, user_id, side, part, state, invited_by, invited_at, answered_at)
     SELECT id, $6, $7, 2, 'optional', 'expired', $2, domain_now() + substr(reason, 5)::int * interval '1 second', domain_now() FROM sent`,
    [
      ...[eventId, european.participantId, japanese.participantId, european.userId, japanese.userId],
      ...[guest.participantId, guest.userId, invitationsListed + 1],
    ],
  );
  const { body } = await app.http(guest).get<GuestInvitation[]>(`/api/events/${eventId}/guest-invitations`);
  expect([body.length, body[0]!.reason, body.at(-1)!.reason]).toEqual([
    invitationsListed,
    `No. ${invitationsListed + 1}`,
    'No. 2',
  ]);
});
