import type { Tx } from '../../../../platform/index.js';
import { isSlotTaken } from './booking.js';

/**
 * Tries what the constraints may refuse because somebody is elsewhere then, or takes on no more.
 * @returns null where they do; the transaction goes on as it was before
 */
export async function unlessTaken<T>(tx: Tx, work: () => Promise<T>): Promise<T | null> {
  await tx.em.query('SAVEPOINT unless_taken');
  try {
    const done = await work();
    await tx.em.query('RELEASE SAVEPOINT unless_taken');
    return done;
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
    await tx.em.query('ROLLBACK TO SAVEPOINT unless_taken');
    return null;
  }
}
