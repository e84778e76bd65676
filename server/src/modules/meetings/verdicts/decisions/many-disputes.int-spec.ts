import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { disputedListed, type DisputeRow } from '@musubi/contracts';
import { meet, newMeetingEvent, newPair } from '../../../../../test/builders/meetings.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('of more disputed records than are listed, those are read that wait, then the latest', async () => {
  const scene = await newMeetingEvent(app);
  const { eventId } = scene.event;
  const { european, japanese } = await newPair(app, eventId);
  const { slotId, requestId } = await meet(app, eventId, european, japanese, scene.slots[0]!);
  // The first waits; of the others the first is the oldest.
  await app.db.query(
    `WITH sent AS (
       INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason,
                                    opportunity_ids, language, sent_at, answer_by)
       SELECT event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, 'accepted', NULL, n::text, '{}', 'en', sent_at,
              answer_by
       FROM meeting_request, generate_series(1, $3::int) AS n WHERE id = $1 RETURNING id, event_id, reason
     ), settled AS (
       INSERT INTO meeting (event_id, request_id, slot_id, state, booked_at, settled_from, settled_at)
       SELECT event_id, id, $2, 'no_show', domain_now(), 'presence', domain_now() FROM sent RETURNING id, request_id
     ), verdicts AS (
       INSERT INTO meeting_verdict (meeting_id, place, state, source, absent, excluded, at)
       SELECT id, 1, 'no_show', 'presence', '{1}', false, domain_now() FROM settled
     )
     INSERT INTO meeting_dispute (meeting_id, side, user_id, participant_id, reason, statement, at, decided_at, decided_place, outcome)
     SELECT settled.id, 0, $4, $5, 'other', sent.reason, domain_now() + sent.reason::int * interval '1 second',
            CASE WHEN sent.reason <> '1' THEN domain_now() END, CASE WHEN sent.reason <> '1' THEN 1 END,
            CASE WHEN sent.reason <> '1' THEN 'upheld' END
     FROM settled JOIN sent ON sent.id = settled.request_id`,
    [requestId, slotId, disputedListed + 1, european.userId, european.participantId],
  );
  const { body } = await app.http(scene.organiser).get<DisputeRow[]>(`/api/organise/events/${eventId}/disputes`);
  const said = body.map(({ disputes }) => Number(disputes[0]!.statement));
  // Of as many as are listed, the one that waits and the latest of the decided.
  expect([said.length, said.includes(1), said.includes(2), body.filter(({ open }) => open).length]).toEqual([
    disputedListed,
    true,
    false,
    1,
  ]);
});
