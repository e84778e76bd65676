import type { Tx } from '../../platform/index.js';
import type { RoomRef } from './rooms.facts.js';

/*
 * Letting people in, putting them out and closing rooms happen one after the other: people before rooms, each sorted. Whoever
 * is let in looks at meetings and stages while holding these locks, so that who changes those takes the locks last of all.
 */

/** In one order, so that nobody waits in a circle. */
export async function lockPeople(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.em.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('rooms of ' || id, 0)) FROM (SELECT DISTINCT id FROM unnest($1::text[]) AS id ORDER BY id) AS person`,
    [[...userIds]],
  );
}

/** Many are let into a room beside each other, and none while it closes. */
export async function lockRooms(
  tx: Tx,
  how: 'shared' | 'alone',
  rooms: readonly { kind: RoomRef['kind']; id: string }[],
): Promise<void> {
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.em.query(
    `SELECT ${lock}(hashtextextended('room of ' || name, 0)) FROM (SELECT DISTINCT name FROM unnest($1::text[]) AS name ORDER BY name) AS room`,
    [rooms.map(({ kind, id }) => kind + id)],
  );
}
