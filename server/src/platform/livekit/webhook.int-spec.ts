import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AccessToken } from 'livekit-server-sdk';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { Facts, LiveKit } from '../index.js';

/** Key and secret of LiveKit's own published example. */
const [key, secret] = ['abcdefg', 'abababa'];

let app: TestApp;
const heard: { event: string; at: Date }[] = [];
beforeAll(async () => {
  // Nothing listens there: video is configured and does not answer.
  app = await startApp({ env: { LIVEKIT_URL: 'ws://127.0.0.1:9', LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } });
  app.app.get(Facts).on('livekit.told', async ({ told, at }) => void heard.push({ event: told.event, at }));
});
afterAll(() => app.close());
beforeEach(() => void heard.splice(0));

const told = (id: string, createdAt = Math.floor(Date.now() / 1_000)) =>
  JSON.stringify({
    event: 'participant_joined',
    id,
    createdAt: String(createdAt),
    room: { name: 'r' },
    participant: { identity: 'p' },
  });

async function signature(body: string, withSecret = secret): Promise<string> {
  const token = new AccessToken(key, withSecret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

const send = async (body: string, authorization: string | null, type = 'application/webhook+json') =>
  fetch(`${app.origin}/api/livekit/webhook`, {
    method: 'POST',
    headers: { 'content-type': type, ...(authorization ? { authorization } : {}) },
    body,
  });

test('what is signed is taken in, once', async () => {
  const body = told('EV_1');
  const authorization = await signature(body);
  expect((await send(body, authorization)).status).toBe(204);
  expect((await send(body, authorization)).status).toBe(204);
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => (await send(told('EV_2', 1), await signature(told('EV_2', 1)))).status),
  );
  expect(answers).toEqual(Array(10).fill(204));
  expect(heard.map(({ event }) => event)).toEqual(['participant_joined', 'participant_joined']);
});

test("its time is moved by the clock's offset, and never lies ahead", async () => {
  const [{ offset_ms: before }] = await app.db.query('SELECT offset_ms FROM domain_clock');
  await app.jumpTo(new Date(Date.now() + Number(before) + 86_400_000));
  const realMs = Math.floor(Date.now() / 1_000) * 1_000 - 5_000;
  const body = told('EV_3', realMs / 1_000);
  await send(body, await signature(body));
  expect(Math.abs(heard[0]!.at.getTime() - realMs - 86_400_000)).toBeLessThan(2_000);
  const ahead = told('EV_4', Math.floor(Date.now() / 1_000) + 3_600);
  await send(ahead, await signature(ahead));
  expect(heard[1]!.at.getTime()).toBeLessThan(Date.now() + 86_400_000 + 2_000);
});

test.each([
  ['no signature', async (_: string) => null],
  ['a signature with another secret', async (body: string) => signature(body, 'another')],
  ['the signature of another body', async (_: string) => signature(told('EV_9'))],
  ['nonsense', async (_: string) => 'Bearer nonsense'],
])('%s is refused', async (_, sign) => {
  const body = told('EV_5');
  const answer = await send(body, await sign(body));
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'webhook.forged']);
  expect(heard).toEqual([]);
});

test.each(['application/json', 'text/plain'])('%s is refused even when it is signed', async (type) => {
  const body = told('EV_6');
  expect((await send(body, await signature(body), type)).status).toBeGreaterThanOrEqual(400);
  expect(heard).toEqual([]);
});

test('video that does not answer is off: no token, no rooms, all else works', async () => {
  const livekit = app.app.get(LiveKit);
  expect([livekit.available(), livekit.url()]).toEqual([false, 'ws://127.0.0.1:9']);
  const ticket = { room: 'r', identity: 'p', name: 'P', canPublish: true, canSubscribe: true, ttlSeconds: 600 };
  await expect(livekit.token(ticket)).rejects.toMatchObject({ code: 'video.off' });
  await expect(livekit.participants('r')).rejects.toMatchObject({ code: 'video.off' });
  expect((await app.http().get('/health/ready')).body).toEqual({ status: 'ready', video: false });
});
