import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, type TestSocket } from '../../../../test/start-app.js';
import { Grants } from '../index.js';
import { newPerson } from '../../../../test/new-person.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const connected = (socket: TestSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
    socket.connect();
  });
const closed = (socket: TestSocket) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));

test('a person sees their own logins, the present one marked, and nobody else does', async () => {
  const userId = await newPerson(app);
  const laptop = await app.signIn(userId);
  const phone = await app.signIn(userId);
  const stranger = await app.signIn(await newPerson(app));
  const { body: logins } = await app.http(laptop).get('/api/me/logins');
  expect(logins.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
  const other = logins.find(({ current }: { current: boolean }) => !current).loginId;
  expect((await app.http(stranger).delete(`/api/me/logins/${other}`)).status).toBe(404);
  expect((await app.http(laptop).delete(`/api/me/logins/${other}`)).status).toBe(204);
  expect((await app.http(phone).get('/api/me/logins')).body).toMatchObject({ status: 401, code: 'login.required' });
  expect((await app.http(laptop).get('/api/me/logins')).body).toHaveLength(1);
});

test('an ended login closes its sockets within two seconds, and no others', async () => {
  const userId = await newPerson(app);
  const laptop = await app.signIn(userId);
  const phone = await app.signIn(userId);
  const [onLaptop, onPhone] = [app.socket(laptop), app.socket(phone)];
  await Promise.all([connected(onLaptop), connected(onPhone)]);
  const told = new Promise<void>((resolve) => onPhone.once('login.ended', resolve));
  const { body: logins } = await app.http(laptop).get('/api/me/logins');
  const ended = Promise.all([told, closed(onPhone)]);
  const before = Date.now();
  await app
    .http(laptop)
    .delete(`/api/me/logins/${logins.find(({ current }: { current: boolean }) => !current).loginId}`);
  await ended;
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(onLaptop.connected).toBe(true);
  onLaptop.disconnect();
});

test('signing out ends this login, clears its cookie, and an old cookie opens nothing', async () => {
  const person = await app.signIn(await newPerson(app));
  const browser = app.http(person);
  expect((await browser.delete('/api/login')).status).toBe(204);
  expect(browser.cookies).toBe('');
  expect((await app.http(person).get('/api/login')).body.me).toBeNull();
});

test.each([
  ['idle for a month', '31 days', '31 days', [], null],
  ['idle for a day', '2 days', '1 day', [], 'person'],
  ["an organiser's, idle for a day", '2 days', '1 day', ['organiser'], null],
  ["an organiser's, idle for an hour", '2 days', '1 hour', ['organiser'], 'person'],
  ["an organiser's, eight days old", '8 days', '1 minute', ['organiser'], null],
  ['a hundred days old', '100 days', '1 minute', [], null],
] as const)('a login %s', async (_, age, idle, roles, expected) => {
  const userId = await newPerson(app, { roles });
  const person = await app.signIn(userId);
  await app.db.query(
    `UPDATE login SET started_at = now() - $2::interval, last_seen_at = now() - $3::interval WHERE user_id = $1`,
    [userId, age, idle],
  );
  expect((await app.http(person).get('/api/login')).body.me).toEqual(
    expected === null ? null : expect.objectContaining({ userId }),
  );
});

test('a lost role closes the sockets it let in', async () => {
  const userId = await newPerson(app, { roles: ['organiser'] });
  const socket = app.socket(await app.signIn(userId));
  await connected(socket);
  const gone = closed(socket);
  await app.transactions.run((tx) => app.app.get(Grants).end(tx, { userId, role: 'organiser' }));
  await gone;
});

test('a person changes name, language and zone, and nothing else', async () => {
  const person = await app.signIn(await newPerson(app));
  const name = {
    familyLatin: 'Tanaka',
    givenLatin: 'Aiko',
    familyLocal: '田中',
    givenLocal: '愛子',
    familyKana: 'タナカ',
    givenKana: 'アイコ',
  };
  const changed = await app.http(person).patch('/api/me', { name, lang: 'ja', zone: 'Asia/Tokyo' });
  expect([changed.status, changed.body]).toMatchObject([200, { name, lang: 'ja', zone: 'Asia/Tokyo' }]);
  expect((await app.http(person).patch('/api/me', { address: 'new@example.org' })).body.code).toBe('request.invalid');
  expect((await app.http(person).patch('/api/me', { zone: 'Mars/Olympus' })).body.code).toBe('request.invalid');
  expect((await app.http(person).get('/api/login')).body.me).toMatchObject({ name, lang: 'ja' });
});
