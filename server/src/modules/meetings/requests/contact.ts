import type { EntityManager } from 'typeorm';

/*
 * Somebody who blocks another or leaves the event closes what is open between them, and so does the end of an event. What is
 * being sent or booked at that moment is seen by neither side's query; these two locks put the one behind the other,
 * whichever comes first.
 */

/** Keeps it possible to reach these people, in these events, until the transaction ends. */
export async function keepContact(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock_shared(hashtextextended('contact of ' || id, 0)) FROM (SELECT unnest($1::uuid[]) AS id ORDER BY id) AS person`,
    [ids],
  );
}

/**
 * The same, and of everybody who comes or is asked to come when this request is accepted: whoever of them leaves at that moment
 * gives their seats back before the meeting stands, or has one there to give back.
 */
export async function keepContactAround(em: EntityManager, requestId: string, ids: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock_shared(hashtextextended('contact of ' || id, 0)) FROM (
       SELECT unnest($2::uuid[]) AS id
       UNION SELECT user_id FROM meeting_guest WHERE request_id = $1 AND state IN ('invited', 'accepted')
       UNION SELECT seat.occupant_id FROM meeting_reschedule reschedule JOIN meeting_seat seat USING (meeting_id)
             WHERE reschedule.request_id = $1 AND seat.kind = 'user'
       ORDER BY id) AS person`,
    [requestId, ids],
  );
}

/** Waits for everybody who is reaching out to this person, or in this event; who comes later sees what this transaction did. */
export async function endContact(em: EntityManager, id: string): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [id]);
}
