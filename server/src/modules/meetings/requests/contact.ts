import type { EntityManager } from 'typeorm';

/*
 * Somebody who blocks another or leaves the event closes what is open between them. A request that is being sent at that
 * moment is seen by neither side's query; these two locks put the one behind the other, whichever comes first.
 */

/** Keeps it possible to reach these people until the transaction ends. */
export async function keepContact(em: EntityManager, userIds: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock_shared(hashtextextended('contact of ' || id, 0)) FROM (SELECT unnest($1::uuid[]) AS id ORDER BY id) AS person`,
    [userIds],
  );
}

/** Waits for everybody who is reaching out to this person; who comes later sees what this transaction did. */
export async function endContact(em: EntityManager, userId: string): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [userId]);
}
