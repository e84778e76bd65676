import type { EntityManager } from 'typeorm';

interface Room {
  taken: number;
  capacity: number;
}

/**
 * Takes the row behind which an event's places are given, freed and passed on, and tells how many are taken. Always before
 * any registration's row is locked, so that nobody waits in a circle.
 */
export async function lockPlaces(em: EntityManager, eventId: string): Promise<Room> {
  const [counter] = (await em.query(
    `INSERT INTO event_capacity AS counter (event_id) VALUES ($1)
     ON CONFLICT ON CONSTRAINT event_capacity_pk DO UPDATE SET taken = counter.taken RETURNING taken`,
    [eventId],
  )) as { taken: number }[];
  // Read after the lock was waited for: one statement with the lock could still see the capacity of before.
  const [event] = (await em.query('SELECT capacity FROM event WHERE id = $1', [eventId])) as { capacity: number }[];
  return { taken: counter!.taken, capacity: event!.capacity };
}

/** @returns null for a place, else the number on the waiting list */
export async function takePlace(em: EntityManager, eventId: string): Promise<number | null> {
  const { taken, capacity } = await lockPlaces(em, eventId);
  if (taken < capacity) {
    await em.query('UPDATE event_capacity SET taken = taken + 1 WHERE event_id = $1', [eventId]);
    return null;
  }
  const [[row]] = (await em.query(
    `UPDATE event_capacity SET last_waiting_number = last_waiting_number + 1 WHERE event_id = $1
     RETURNING last_waiting_number AS number`,
    [eventId],
  )) as [{ number: number }[], number];
  return row!.number;
}

/** To be called with the places locked. */
export async function freePlace(em: EntityManager, eventId: string): Promise<void> {
  await em.query('UPDATE event_capacity SET taken = taken - 1 WHERE event_id = $1', [eventId]);
}

/** Places left for somebody who registers now. */
export async function placesLeft(em: EntityManager, eventId: string, capacity: number): Promise<number> {
  const [row] = (await em.query('SELECT taken FROM event_capacity WHERE event_id = $1', [eventId])) as {
    taken: number;
  }[];
  return Math.max(0, capacity - (row?.taken ?? 0));
}
