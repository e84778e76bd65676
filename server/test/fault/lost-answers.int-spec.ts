import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accept,
  crowd,
  doubleBookings,
  manyRequests,
  type MeetingEvent,
  newMeetingEvent,
  tally,
} from '../builders/meetings.js';
import { opportunityInput } from '../builders/profiles/opportunities.js';
import { newParticipant } from '../builders/registrations.js';
import { newDatabase } from '../database/databases.js';
import { newKey, startApp, type TestApp } from '../start-app.js';
import { type Moment, SqlProxy } from './sql-proxy.ts';

/*
 * The line to PostgreSQL is cut in the middle of a command, and the client sends the command again under its key, as ours does.
 * These fail when the key is not claimed and its answer not kept in the transaction of the change: see the last test, which
 * takes that away.
 */
let database: Awaited<ReturnType<typeof newDatabase>>;
let proxy: SqlProxy;
let app: TestApp;
let scene: MeetingEvent;
beforeAll(async () => {
  database = await newDatabase();
  proxy = await SqlProxy.open(database.url);
  app = await startApp({ databaseUrl: proxy.url });
  scene = await newMeetingEvent(app);
}, 60_000);
afterEach(() => void (proxy.delayMs = 0));
afterAll(async () => {
  await app.close();
  await proxy.close();
  await database.drop();
});

const booking = 'INSERT INTO meeting_seat';

async function newRequest(slot: number) {
  const [from, to] = await crowd(app, scene.event.eventId, 2);
  const slotIds = [scene.slots[slot]!.slotId];
  const [requestId] = await manyRequests(app, scene.event, [{ from: from!, to: to!, slotIds }]);
  const attempt = (key: string) => accept(app, to!, requestId!, scene.slots[slot]!, key);
  const kept = async () => {
    const [row] = await app.db.query(
      `SELECT count(DISTINCT meeting.id)::int AS meetings, count(*)::int AS seats,
              (SELECT count(*)::int FROM commitment WHERE user_id IN ($2, $3)) AS commitments,
              (SELECT count(*)::int FROM pgboss.job WHERE data::text LIKE '%' || min(meeting.id::text) || '%') > 0 AS letters
       FROM meeting JOIN meeting_seat ON meeting_id = meeting.id AND live WHERE request_id = $1`,
      [requestId, from!.userId, to!.userId],
    );
    return row;
  };
  return { attempt, kept };
}

const nothing = { meetings: 0, seats: 0, commitments: 0, letters: false };
const once = { meetings: 1, seats: 2, commitments: 2, letters: true };

describe('a booking whose connection is cut', () => {
  it.each<[string, Moment['at'], object]>([
    ['before its seats', 'statement', nothing],
    ['before its COMMIT', 'commit', nothing],
    ['between the COMMIT and its answer', 'committed', once],
  ])(
    '%s says that it is not known, leaves all or nothing, and is one booking when it is sent again',
    async (_, at, left) => {
      const { attempt, kept } = await newRequest(['statement', 'commit', 'committed'].indexOf(at));
      const key = newKey();
      const cut = proxy.cutAt({ having: booking, at });
      const first = await attempt(key);
      await cut;
      expect([first.status, (first.body as unknown as { code: string }).code]).toEqual([503, 'unavailable']);
      expect(await kept()).toEqual(left);
      const [again, third] = [await attempt(key), await attempt(key)];
      expect(again.status).toBe(201);
      expect(third.body).toEqual(again.body);
      expect(await kept()).toEqual(once);
    },
  );
});

describe('a slow line', () => {
  it('makes bookings late, never double', async () => {
    const people = await crowd(app, scene.event.eventId, 7);
    const [wanted, ...senders] = people;
    const slot = scene.slots[4]!;
    const ids = await manyRequests(
      app,
      scene.event,
      senders.map((from) => ({ from, to: wanted!, slotIds: [slot.slotId] })),
    );
    proxy.delayMs = 25;
    const answers = await Promise.all(ids.map((id) => accept(app, wanted!, id, slot)));
    proxy.delayMs = 0;
    expect(tally(answers)).toEqual({ 201: 1, '409 meeting.slot_taken': 5 });
    expect(await doubleBookings(app)).toBe(0);
  });
});

describe('a command that makes something new', () => {
  /** Drafts an opportunity, loses the answer, and sends it again. */
  const draftTwice = async (): Promise<{ statuses: number[]; drafts: number }> => {
    const person = await newParticipant(app, scene.event.eventId, 'JP-27');
    const path = `/api/organisations/${person.organisationId}/opportunities`;
    const key = newKey();
    const send = () => app.http(person).post(path, opportunityInput(), { key });
    const cut = proxy.cutAt({ having: 'INSERT INTO "opportunity"', at: 'committed' });
    const first = await send();
    await cut;
    const second = await send();
    const [row] = await app.db.query('SELECT count(*)::int AS drafts FROM opportunity WHERE organisation_id = $1', [
      person.organisationId,
    ]);
    return { statuses: [first.status, second.status], drafts: row.drafts };
  };

  it('makes it once', async () => {
    expect(await draftTwice()).toEqual({ statuses: [503, 201], drafts: 1 });
  });

  it('makes it twice where keys are not kept: that is what these tests guard', async () => {
    await app.db.query(`CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.key := gen_random_uuid(); RETURN NEW; END $$`);
    await app.db.query('CREATE TRIGGER forget BEFORE INSERT ON idempotency FOR EACH ROW EXECUTE FUNCTION forget()');
    try {
      expect(await draftTwice()).toEqual({ statuses: [503, 201], drafts: 2 });
    } finally {
      await app.db.query('DROP TRIGGER forget ON idempotency');
      await app.db.query('DROP FUNCTION forget');
    }
  });
});
