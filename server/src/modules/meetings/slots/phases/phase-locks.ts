import type { EntityManager } from 'typeorm';

/*
 * The end of a phase closes what is open in its block. A request that is being sent at that moment is not seen by it; these
 * two locks put the one behind the other.
 */

/** Until the transaction ends, phases of the blocks of these slots do not end; one that has ended meanwhile is seen as such. */
export async function keepPhases(em: EntityManager, slotIds: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock_shared(hashtextextended('phases of ' || id, 0))
     FROM (SELECT DISTINCT block_id AS id FROM meeting_slot WHERE id = ANY ($1) ORDER BY 1) AS block`,
    [slotIds],
  );
}

/** Waits for everybody who is sending into these blocks. */
export async function endPhases(em: EntityManager, blockIds: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('phases of ' || id, 0))
     FROM (SELECT DISTINCT id FROM unnest($1::uuid[]) AS id ORDER BY 1) AS block`,
    [blockIds],
  );
}
