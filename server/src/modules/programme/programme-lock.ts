import type { Tx } from '../../platform/index.js';

/** Held until the end of the transaction: only one import or release of an event's programme at a time. */
export async function lockProgramme(tx: Tx, eventId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('programme ' || $1, 0))`, [eventId]);
}

/** Held until the end of the transaction: no release happens meanwhile, and any number of others may hold it too. */
export async function holdProgramme(tx: Tx, eventId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('programme ' || $1, 0))`, [eventId]);
}
