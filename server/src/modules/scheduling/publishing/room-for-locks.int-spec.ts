import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { type PlannedBooking, PlannedBookings } from '../../meetings/index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const person = () => ({ userId: randomUUID(), participantId: randomUUID() });

/** Meetings of so many people, each with one, in forty slots. */
function bookingsOf(people: number): PlannedBooking[] {
  const slots = Array.from({ length: 40 }, () => ({ id: randomUUID() }));
  return Array.from(
    { length: people / 2 },
    (_, at) => ({ sides: [[person()], [person()]], slot: slots[at % 40]! }) as unknown as PlannedBooking,
  );
}

it('as many people as two plans of 10,000 are held at once, and the database has room for it', async () => {
  const held = await app.transactions.run(async (tx) => {
    await app.app.get(PlannedBookings).hold(tx, randomUUID(), bookingsOf(20_000));
    const [{ locks }] = (await tx.em.query(
      `SELECT count(*)::int AS locks FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`,
    )) as [{ locks: number }];
    return locks;
  });
  // The contact and the seats of each person, and each slot.
  expect(held).toBe(2 * 20_000 + 40);
});
