import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Hint, PresenceChange, Topic } from '@musubi/contracts';
import { newPerson } from '../../../test/new-person.js';
import { startApp, type TestApp, type TestSocket } from '../../../test/start-app.js';
import { until } from '../../../test/until.js';
import { Module } from '@nestjs/common';
import { Notices, SocketTopics } from '../index.js';
import { RealtimeGateway } from './realtime.gateway.js';

const meetingId = randomUUID();
const allowed = new Set<string>();
/** Until then a look at who may watch has its answer and has not given it. */
let answers: Promise<unknown> = Promise.resolve();
const presence: unknown[] = [];

@Module({})
class ProbeModule {
  constructor(topics: SocketTopics) {
    const mayWatch = async (userId: string, id: string) => {
      const may = id === meetingId && allowed.has(userId);
      await answers;
      return may;
    };
    topics.allow('meeting', ({ userId }, id) => mayWatch(userId, id), { presence: true });
    topics.onPresence(({ userId, here }) => presence.push([userId, here]));
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ProbeModule], alone: true });
});
afterAll(() => app.close());
beforeEach(() => void presence.splice(0));

const outcome = (socket: TestSocket) =>
  new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', (error) => resolve(`refused: ${error.message}`));
    socket.connect();
  });
const watch = (socket: TestSocket, topic: unknown) =>
  new Promise<{ ok: boolean; here: string[] }>((resolve) => socket.emit('topic.watch', topic as Topic, resolve));
const person = async () => app.signIn(await newPerson(app));
const open = async (who: { cookie: string }) => {
  const socket = app.socket(who);
  expect(await outcome(socket)).toBe('connected');
  return socket;
};

describe('the door', () => {
  test('opens for a signed-in person from our own pages only', async () => {
    const someone = await person();
    expect(await outcome(app.socket(someone))).toBe('connected');
    expect(await outcome(app.socket(null))).toBe('refused: login.required');
    expect(await outcome(app.socket({ cookie: `${app.config.loginCookie}=guessed` }))).toBe('refused: login.required');
    expect(await outcome(app.socket(someone, { origin: 'https://evil.example' }))).toMatch(/^refused/);
    expect(await outcome(app.socket(someone, { origin: 'null' }))).toMatch(/^refused/);
  });

  test('has no long polling', async () => {
    const { status } = await fetch(`${app.origin}/ws/?EIO=4&transport=polling`, { headers: { origin: app.origin } });
    expect(status).toBe(400);
  });

  test('shuts on a message over 16 KiB', async () => {
    const socket = await open(await person());
    const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    socket.emit('topic.watch', 'x'.repeat(17_000) as Topic, () => undefined);
    expect(await gone).toMatch(/transport (close|error)/);
  });

  test('shuts at the recheck when a login was ended without word', async () => {
    const { userId, cookie } = await person();
    const socket = await open({ cookie });
    await app.db.query('UPDATE login SET revoked_at = now() WHERE user_id = $1', [userId]);
    await app.app.get(RealtimeGateway).endRevoked();
    await until(() => !socket.connected);
  });
});

describe('a topic', () => {
  test('is watched by whom its module lets, and hints reach the watchers', async () => {
    const [ada, bo] = [await person(), await person()];
    allowed.add(ada.userId);
    const [adas, bos] = [await open(ada), await open(bo)];
    expect(await watch(adas, `meeting:${meetingId}`)).toEqual({ ok: true, here: [ada.userId] });
    expect(await watch(bos, `meeting:${meetingId}`)).toEqual({ ok: false, here: [] });
    const heard: [string, Hint][] = [];
    adas.on('hint.given', (hint) => heard.push(['ada', hint]));
    bos.on('hint.given', (hint) => heard.push(['bo', hint]));
    await app.transactions.run(async (tx) => tx.hint(`meeting:${meetingId}`, 'room.changed', { meetingId }));
    await until(() => heard.length > 0);
    adas.emit('topic.unwatch', `meeting:${meetingId}`);
    await watch(adas, 'nothing');
    await app.transactions.run(async (tx) => tx.hint(`meeting:${meetingId}`, 'room.changed', { meetingId }));
    await watch(adas, 'nothing');
    expect(heard).toEqual([['ada', { topic: `meeting:${meetingId}`, kind: 'room.changed', ids: { meetingId } }]]);
    for (const socket of [adas, bos]) socket.disconnect();
  });

  test.each([
    [undefined],
    [7],
    [{}],
    ['meeting'],
    ['meeting:'],
    ['meeting:1'],
    ['user:1'],
    [`session:${randomUUID()}`],
    [`login:${randomUUID()}`],
  ])('%p cannot be watched', async (topic) => {
    const socket = await open(await person());
    expect(await watch(socket, topic)).toEqual({ ok: false, here: [] });
    socket.disconnect();
  });

  test('is not watched by somebody who lost it while they were let in', async () => {
    const [ada, bo] = [await person(), await person()];
    for (const { userId } of [ada, bo]) allowed.add(userId);
    const [adas, bos] = [await open(ada), await open(bo)];
    const held = Promise.withResolvers<null>();
    answers = held.promise;
    const asked = [adas, bos].map((socket) => watch(socket, `meeting:${meetingId}`));
    await new Promise((resolve) => setTimeout(resolve, 100));
    allowed.delete(ada.userId);
    await app.transactions.run((tx) => app.app.get(Notices).tell(tx, 'watching.narrowed', { userId: ada.userId }));
    held.resolve(null);
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([false, true]);
    for (const socket of [adas, bos]) socket.disconnect();
    await until(() => presence.length === 2);
    expect(presence).toEqual([
      [bo.userId, true],
      [bo.userId, false],
    ]);
  });

  test('with presence tells who comes and goes: people, not their tabs', async () => {
    const [ada, bo] = [await person(), await person()];
    for (const { userId } of [ada, bo]) allowed.add(userId);
    const topic: Topic = `meeting:${meetingId}`;
    const adas = await open(ada);
    await watch(adas, topic);
    const heard: PresenceChange[] = [];
    adas.on('presence.changed', (change) => heard.push(change));
    const [bos, bosOtherTab] = [await open(bo), await open(bo)];
    expect(new Set((await watch(bos, topic)).here)).toEqual(new Set([ada.userId, bo.userId]));
    await watch(bosOtherTab, topic);
    bos.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 100));
    bosOtherTab.disconnect();
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { topic, userId: bo.userId, here: true },
      { topic, userId: bo.userId, here: false },
    ]);
    expect(presence).toEqual([
      [ada.userId, true],
      [bo.userId, true],
      [bo.userId, false],
    ]);
    adas.disconnect();
  });
});

test('everybody hears that the clock was set', async () => {
  const socket = await open(await person());
  const heard = new Promise<{ now: string; offsetMs: number }>((resolve) => socket.once('clock.changed', resolve));
  const to = new Date(Date.now() + 86_400_000);
  await app.jumpTo(to);
  const { now, offsetMs } = await heard;
  expect(Math.abs(Date.parse(now) - to.getTime())).toBeLessThan(2_000);
  expect(offsetMs).toBeGreaterThan(86_390_000);
  socket.disconnect();
});
