import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedEntry } from '@musubi/contracts';
import { newPerson } from '../../../test/new-person.js';
import { startApp, type TestApp, type TestSocket } from '../../../test/start-app.js';
import { until } from '../../../test/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '20' } });
});
afterAll(() => app.close());

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const tell = (userIds: string[], eventId: string = randomUUID()) =>
  app.transactions.run(async (tx) => tx.tell(userIds, 'agenda.changed', { eventId }));
const connected = (socket: TestSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
    socket.connect();
  });

describe('numbering', () => {
  test('has neither gap nor double while 200 transactions write to the same people at once', async () => {
    const people = await Promise.all([newPerson(app), newPerson(app), newPerson(app)]);
    const groups = [people, people.toReversed(), people.slice(0, 2), people.slice(1)];
    await Promise.all(upTo(200).map((i) => tell(groups[i % groups.length]!)));
    for (const userId of people) {
      const rows = await app.db.query('SELECT n FROM user_event WHERE user_id = $1 ORDER BY n', [userId]);
      const [{ last_n }] = await app.db.query('SELECT last_n FROM user_feed WHERE user_id = $1', [userId]);
      expect(rows.map(({ n }: { n: number }) => n)).toEqual(upTo(last_n));
    }
  });

  test('keeps the order in which one transaction told', async () => {
    const userId = await newPerson(app);
    const [first, second] = [randomUUID(), randomUUID()];
    await app.transactions.run(async (tx) => {
      tx.tell([userId, userId], 'agenda.changed', { eventId: first });
      tx.tell([userId], 'meeting.changed', { meetingId: second, eventId: first });
    });
    const { body } = await app.http(await app.signIn(userId)).get('/api/me/feed?after=0');
    expect(body).toEqual({
      entries: [
        { n: 1, kind: 'agenda.changed', ids: { eventId: first }, at: expect.any(String) },
        { n: 2, kind: 'meeting.changed', ids: { meetingId: second, eventId: first }, at: expect.any(String) },
      ],
      cursor: 2,
      reload: false,
    });
  });
});

describe('a socket', () => {
  test('hears its own person and nobody else', async () => {
    const [ada, bo] = await Promise.all([newPerson(app), newPerson(app)]);
    const socket = app.socket(await app.signIn(ada));
    const heard: FeedEntry[] = [];
    socket.on('feed.appended', (entry) => heard.push(entry));
    await connected(socket);
    await tell([bo]);
    await tell([ada, bo]);
    await until(() => heard.length > 0);
    expect(heard.map(({ n }) => n)).toEqual([1]);
    socket.disconnect();
  });

  test('that was cut off knows everything after it is back', async () => {
    const userId = await newPerson(app);
    const person = await app.signIn(userId);
    const known: number[] = [];
    const socket = app.socket(person);
    socket.on('feed.appended', ({ n }) => known.push(n));
    await connected(socket);
    await tell([userId]);
    await until(() => known.length === 1);
    socket.io.engine.close();
    await until(() => !socket.connected);
    for (let i = 0; i < 5; i++) await tell([userId]);
    await connected(socket);
    const { body } = await app.http(person).get(`/api/me/feed?after=${Math.max(...known)}`);
    known.push(...body.entries.map(({ n }: FeedEntry) => n));
    await tell([userId]);
    await until(() => known.length === 7);
    expect(known).toEqual(upTo(7));
    socket.disconnect();
  });
});

describe('the cursor', () => {
  test('without one gives only the newest number', async () => {
    const userId = await newPerson(app);
    const http = app.http(await app.signIn(userId));
    expect((await http.get('/api/me/feed')).body).toEqual({ entries: [], cursor: 0, reload: false });
    await tell([userId]);
    expect((await http.get('/api/me/feed')).body).toEqual({ entries: [], cursor: 1, reload: false });
  });

  test.each([
    ['from the future', 99],
    ['with entries that are gone', 0],
    ['too far behind', 1],
  ])('%s means: read everything anew', async (_, after) => {
    const userId = await newPerson(app);
    for (let i = 0; i < 2; i++) await tell([userId]);
    await app.db.query('DELETE FROM user_event WHERE user_id = $1 AND n = 1', [userId]);
    if (after === 1) {
      await app.transactions.run(async (tx) => {
        for (let i = 0; i < 600; i++) tx.tell([userId], 'agenda.changed', { eventId: randomUUID() });
      });
    }
    const { body } = await app.http(await app.signIn(userId)).get(`/api/me/feed?after=${after}`);
    expect(body).toEqual({ entries: [], cursor: after === 1 ? 602 : 2, reload: true });
  });

  test.each(['-1', 'x', '1.5', '99999999999'])('%s is refused', async (after) => {
    const http = app.http(await app.signIn(await newPerson(app)));
    expect((await http.get(`/api/me/feed?after=${after}`)).body.code).toBe('request.invalid');
  });
});
