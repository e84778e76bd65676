import type { Tx } from '../../../platform/index.js';

/** A cancelled meeting of a plan, and the request that it came of, which is open again. */
export interface Parted {
  requestId: string;
  meetingId: string;
}

/**
 * Gives each of these meetings a request of its own, as if the plan alone had brought it about. The one that was asked keeps its
 * conversation, documents, people and history, and can be accepted again: a request has one meeting at most.
 */
export async function partFromRequests(tx: Tx, parted: readonly Parted[]): Promise<void> {
  if (parted.length === 0) return;
  const pairs = (await tx.em.query(
    `WITH given AS MATERIALIZED (
       SELECT uuidv7() AS id, one.* FROM jsonb_to_recordset($1) AS one ("requestId" uuid, "meetingId" uuid)
     ), stood AS MATERIALIZED (
       SELECT given.id, given."requestId", given."meetingId", meeting.booked_at, meeting.slot_id, slot.starts_at
       FROM given JOIN meeting ON meeting.id = given."meetingId" JOIN meeting_slot slot ON slot.id = meeting.slot_id
     ), kept AS (
       INSERT INTO meeting_request (id, event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, version,
                                    reason, arranged, opportunity_ids, language, sent_at, answer_by)
       SELECT stood.id, event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, 'accepted', 1,
              '', 'plan', opportunity_ids, language, booked_at, starts_at
       FROM stood JOIN meeting_request asked ON asked.id = stood."requestId"
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'organisers', 'accepted', booked_at FROM stood
     ), proposed AS (
       INSERT INTO meeting_request_slot (request_id, slot_id, place) SELECT id, slot_id, 1 FROM stood
     )
     SELECT id AS "keptId", "requestId", "meetingId" FROM stood`,
    [JSON.stringify(parted)],
  )) as (Parted & { keptId: string })[];
  const given = JSON.stringify(pairs);
  const rows = `jsonb_to_recordset($1) AS one ("keptId" uuid, "requestId" uuid, "meetingId" uuid)`;
  await tx.em.query(`UPDATE meeting SET request_id = one."keptId" FROM ${rows} WHERE meeting.id = one."meetingId"`, [
    given,
  ]);
  await restoreLanguages(tx, rows, given);
  await restoreGuests(tx, rows, given);
}

/** The meeting keeps what the plan wanted; the request wants what was asked for. */
async function restoreLanguages(tx: Tx, rows: string, given: string): Promise<void> {
  await tx.em.query(
    `INSERT INTO meeting_interpretation (request_id, languages)
     SELECT one."keptId", languages FROM ${rows} JOIN meeting_interpretation wanted ON wanted.request_id = one."requestId"`,
    [given],
  );
  await tx.em.query(
    `DELETE FROM meeting_interpretation wanted USING ${rows}
     WHERE wanted.request_id = one."requestId" AND cardinality(before_plan) = 0`,
    [given],
  );
  await tx.em.query(
    `UPDATE meeting_interpretation wanted SET languages = before_plan, before_plan = NULL FROM ${rows}
     WHERE wanted.request_id = one."requestId" AND before_plan IS NOT NULL`,
    [given],
  );
}

/**
 * Whoever was asked to come to the meeting alone is of the meeting. Whoever was of the request before is again what they were:
 * a yes was said to the meeting's time, and whoever the plan had no place for had said yes.
 */
async function restoreGuests(tx: Tx, rows: string, given: string): Promise<void> {
  await tx.em.query(
    `UPDATE meeting_guest guest SET request_id = one."keptId" FROM ${rows} JOIN meeting ON meeting.id = one."meetingId"
     WHERE guest.request_id = one."requestId" AND guest.invited_at > meeting.booked_at`,
    [given],
  );
  const guests = (await tx.em.query(
    `WITH changed AS (
       UPDATE meeting_guest guest
       SET state = CASE guest.state WHEN 'accepted' THEN 'invited' ELSE 'accepted' END,
           answered_at = CASE guest.state WHEN 'accepted' THEN NULL ELSE guest.answered_at END
       FROM ${rows} JOIN meeting ON meeting.id = one."meetingId"
       WHERE guest.request_id = one."requestId" AND (
         guest.state = 'accepted' AND guest.answered_at > meeting.booked_at OR
         guest.state = 'expired' AND guest.answered_at = meeting.booked_at)
       RETURNING guest.id
     )
     SELECT guest.id AS "guestId", guest.request_id AS "requestId", guest.user_id AS "userId", request.event_id AS "eventId"
     FROM ${rows} JOIN meeting_guest guest ON guest.request_id = one."requestId"
     JOIN meeting_request request ON request.id = guest.request_id
     WHERE guest.state IN ('invited', 'accepted') OR guest.id IN (SELECT id FROM changed) ORDER BY guest.id`,
    [given],
  )) as { guestId: string; requestId: string; userId: string; eventId: string }[];
  for (const { userId, ...ids } of guests) tx.tell([userId], 'guest.changed', ids);
}
