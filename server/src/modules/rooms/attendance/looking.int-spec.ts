import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson } from '../../../../test/builders/people.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

/** A video server in miniature: answers who is in which of its rooms, and knows how many questions it had at once. */
const inside = new Map<string, { sid: string; identity: string }>();
let [questions, mostAtOnce] = [0, 0];
const answerOf = (question: string, { room }: { room?: string }) =>
  question === 'ListRooms'
    ? { rooms: [...inside.keys()].map((name) => ({ name })) }
    : { participants: [{ ...inside.get(room!), state: 'ACTIVE', joinedAt: String(Math.floor(Date.now() / 1_000)) }] };
const video: Server = createServer(async (request, response) => {
  mostAtOnce = Math.max(mostAtOnce, ++questions);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  await sleep(20);
  questions--;
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify(answerOf(request.url!.split('/').at(-1)!, JSON.parse(Buffer.concat(parts).toString()) as object)),
  );
});

let app: TestApp;
let eventId: string;
let userId: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => video.listen(0, '127.0.0.1', resolve));
  const { port } = video.address() as AddressInfo;
  app = await startApp({
    env: { LIVEKIT_URL: `ws://127.0.0.1:${port}`, LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'x'.repeat(32) },
  });
  ({ eventId } = (await newEvent(app)).event);
  ({ userId } = await newPerson(app));
});
afterAll(async () => {
  await app.close();
  video.close();
});

/** Rooms that somebody is in, of which we heard nothing. */
async function open(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const [name, sid] = [`meeting-${randomUUID()}`, `PA_${randomUUID()}`];
    await app.db.query(
      `WITH room AS (INSERT INTO live_room (kind, source_id, event_id, name) VALUES ('meeting', $1, $2, $3) RETURNING id)
       INSERT INTO room_admission (room_id, identity, user_id, can_publish, admitted_at)
       SELECT id, 'p-1', $4, true, domain_now() FROM room`,
      [randomUUID(), eventId, name, userId],
    );
    inside.set(name, { sid, identity: 'p-1' });
  }
}
const stays = async () =>
  (
    await app.db.query(
      `SELECT count(*) FILTER (WHERE ended_at IS NULL)::int AS open, count(DISTINCT seen_at)::int AS looks FROM presence_interval`,
    )
  )[0];

it('costs the same few statements however many rooms are open, and asks about a few of them at a time', async () => {
  await open(2);
  await app.jobs.runSweeps();
  const few = await countQueries(app, () => app.jobs.runSweeps());
  await open(20);
  await app.jobs.runSweeps();
  mostAtOnce = 0;
  expect(await countQueries(app, () => app.jobs.runSweeps())).toBe(few);
  expect(mostAtOnce).toBe(8);
  // All were seen at one and the same look.
  expect(await stays()).toEqual({ open: 22, looks: 1 });
});
