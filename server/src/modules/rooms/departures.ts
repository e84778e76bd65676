import type { Tx } from '../../platform/index.js';
import { lockPeople, lockRooms } from './room-locks.js';
import type { RoomRef } from './rooms.facts.js';

type Kind = RoomRef['kind'];

/** Out of some rooms, or of all of an event. */
export type OutOf = { eventId: string } | { kind: Kind; ids: readonly string[] };

interface Departure {
  userId: string;
  from: OutOf;
}

interface Departures {
  readonly people: Departure[];
  readonly rooms: { kind: Kind; id: string }[];
}

const waiting = new WeakMap<Tx, Departures>();

/**
 * Keeps who leaves which rooms, and which of them close, until all else of the transaction is written: then their locks are
 * taken, all people before all rooms.
 */
export function departing(
  tx: Tx,
  add: (departures: Departures) => void,
  carryOut: (departures: Departures) => Promise<void>,
): void {
  const known = waiting.get(tx);
  if (known) return add(known);
  const departures: Departures = { people: [], rooms: [] };
  add(departures);
  waiting.set(tx, departures);
  tx.atLast(async () => {
    waiting.delete(tx);
    const { people, rooms } = departures;
    if (people.length > 0)
      await lockPeople(
        tx,
        people.map(({ userId }) => userId),
      );
    if (rooms.length > 0) await lockRooms(tx, 'alone', rooms);
    await carryOut(departures);
  });
}
