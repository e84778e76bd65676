import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crowd, doubleBookings, manyRequests, type MeetingEvent, newMeetingEvent } from '../builders/meetings.js';
import { newDatabase } from '../database/databases.js';
import { HttpClient } from '../http-client.js';
import { newKey, startApp, type TestApp } from '../start-app.js';
import { Journal } from './journal.js';
import { KillableServer } from './server-process.js';
import { type Moment, SqlProxy } from './sql-proxy.ts';

/*
 * A server is killed without a word at named points in the middle of a booking, while other bookings are on their way, and another
 * is started. The journal of the clients is the oracle. This fails when anything is answered before it is committed, when a part of
 * a booking stands outside its transaction. `npm run soak` does it more often, and kills PostgreSQL too.
 */
let database: Awaited<ReturnType<typeof newDatabase>>;
let proxy: SqlProxy;
let app: TestApp;
let scene: MeetingEvent;
let server: KillableServer;
beforeAll(async () => {
  database = await newDatabase();
  app = await startApp({ databaseUrl: database.url });
  scene = await newMeetingEvent(app);
  proxy = await SqlProxy.open(database.url);
  server = await KillableServer.on(proxy.url);
  await server.start();
}, 90_000);
afterAll(async () => {
  await server.close();
  await app.close();
  await proxy.close();
  await database.drop();
});

const journal = new Journal();
const width = 6;

/** So many people accept at once, each over a connection of their own. */
async function newBookings() {
  const people = await crowd(app, scene.event.eventId, 2 * width);
  const slot = scene.slots[0]!;
  const to = people.slice(width);
  const asked = to.map((one, index) => ({ from: people[index]!, to: one, slotIds: [slot.slotId] }));
  const ids = await manyRequests(app, scene.event, asked);
  return ids.map((id, index) => ({
    entry: journal.note(id, slot.slotId, newKey()),
    http: new HttpClient(server.origin, to[index]!.cookie.replace(/^[^=]+/, server.cookie)),
  }));
}

describe('kill -9 of a server', () => {
  it.each<Moment['at']>(['statement', 'commit', 'committed'])(
    'at the %s of a booking loses nothing that was answered, and every command ends as one booking',
    async (at) => {
      const bookings = await newBookings();
      const [first, ...others] = bookings;
      expect(await journal.send(first!.entry, first!.http)).toBe(201);
      const killed = proxy.cutAt({ having: 'INSERT INTO meeting_seat', at }, () => server.killNow());
      const answers = Promise.all(others.map(({ entry, http }) => journal.send(entry, http)));
      await killed;
      expect(await answers).toContain(null);
      expect(await missing(journal.acknowledged)).toEqual([]);

      await server.start();
      const again = await Promise.all(bookings.map(({ entry, http }) => journal.send(entry, http)));
      expect(again).toEqual(bookings.map(() => 201));
      expect(await missing(journal.acknowledged)).toEqual([]);
      expect(await kept()).toEqual({
        meetings: journal.entries.length,
        seats: 2 * journal.entries.length,
        commitments: 2 * journal.entries.length,
      });
      expect(await doubleBookings(app)).toBe(0);
    },
    90_000,
  );
});

/** Which of these meetings the database does not have. */
async function missing(meetingIds: readonly string[]): Promise<string[]> {
  const rows = (await app.db.query('SELECT id FROM meeting WHERE id = ANY ($1)', [meetingIds])) as { id: string }[];
  const present = new Set(rows.map(({ id }) => id));
  return meetingIds.filter((id) => !present.has(id));
}

async function kept(): Promise<object> {
  const [row] = await app.db.query(
    `SELECT (SELECT count(*)::int FROM meeting) AS meetings, (SELECT count(*)::int FROM meeting_seat WHERE live) AS seats,
            (SELECT count(*)::int FROM commitment WHERE kind = 'meeting') AS commitments`,
  );
  return row;
}
