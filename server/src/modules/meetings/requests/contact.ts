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

/** Waits for everybody who is reaching out to this person, or in this event; who comes later sees what this transaction did. */
export async function endContact(em: EntityManager, id: string): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [id]);
}
