import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessToken } from 'livekit-server-sdk';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { type FactOf, Facts } from '../../../platform/index.js';
import { Rooms, type RoomRef } from '../index.js';

const [key, secret] = ['test-key', 'a-secret-for-tests-that-is-long-enough-32'];
let app: TestApp;
let rooms: Rooms;
let eventId: string;
const heard: string[] = [];
beforeAll(async () => {
  // Nobody listens there: what a video server tells is all there is.
  const env = { LIVEKIT_URL: 'ws://127.0.0.1:9', LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret };
  app = await startApp({ env });
  rooms = app.app.get(Rooms);
  ({
    event: { eventId },
  } = await newEvent(app));
  const note = async ({ name, room, userId }: FactOf<'room.joined'> | FactOf<'room.left'>) => {
    heard.push(`${name} ${room.kind} ${room.id} ${userId}`);
  };
  app.app.get(Facts).on('room.joined', note);
  app.app.get(Facts).on('room.left', note);
});
afterAll(() => app.close());

let room: RoomRef;
let name: string;
let person: string;
beforeEach(async () => {
  heard.length = 0;
  room = { kind: 'meeting', id: randomUUID(), eventId };
  name = `meeting-${randomUUID()}`;
  person = (await newPerson(app)).userId;
  await app.db.query('INSERT INTO live_room (kind, source_id, event_id, name) VALUES ($1, $2, $3, $4)', [
    room.kind,
    room.id,
    eventId,
    name,
  ]);
  await admit(person, 'p-1');
});
const admit = (userId: string, identity: string) =>
  app.db.query(
    `INSERT INTO room_admission (room_id, identity, user_id, can_publish, admitted_at)
     SELECT id, $2, $3, true, domain_now() FROM live_room WHERE name = $1`,
    [name, identity, userId],
  );

interface Told {
  event: string;
  sid?: string;
  identity?: string;
  at?: number;
  joinedAt?: number;
  of?: string;
  id?: string;
}
const now = () => Math.floor(Date.now() / 1_000);
const bodyOf = ({ event, sid, identity = 'p-1', at = now(), joinedAt = at, of = name, id = randomUUID() }: Told) =>
  JSON.stringify({
    event,
    id,
    createdAt: String(at),
    room: { sid: 'RM_1', name: of },
    ...(sid ? { participant: { sid, identity, joinedAt: String(joinedAt) } } : {}),
  });
async function sign(body: string, as = secret): Promise<string> {
  const token = new AccessToken(key, as);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}
async function tell(told: Told, signature?: string): Promise<number> {
  const body = bodyOf(told);
  const answer = await fetch(`${app.origin}/api/livekit/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/webhook+json', authorization: signature ?? (await sign(body)) },
    body,
  });
  return answer.status;
}
const here = async () => [...(await rooms.here('meeting', [room.id])).get(room.id)!];
const presence = async () => (await rooms.presence('meeting', [room.id])).get(room.id)!;
const stays = async () =>
  (await app.db.query(
    `SELECT started_at AS "startedAt", ended_at AS "endedAt" FROM presence_interval stay
     JOIN live_room room ON room.id = stay.room_id WHERE room.name = $1 ORDER BY started_at`,
    [name],
  )) as { startedAt: Date; endedAt: Date | null }[];

describe('what the video server tells', () => {
  it('opens and closes a stay, and the rest of the server hears of it', async () => {
    const at = now() - 600;
    expect(await tell({ event: 'participant_joined', sid: 'PA_1', at })).toBe(204);
    expect(await here()).toEqual([person]);
    expect(await tell({ event: 'participant_left', sid: 'PA_1', at: at + 300, joinedAt: at })).toBe(204);
    expect(await here()).toEqual([]);
    expect(await presence()).toEqual([
      { userId: person, startsAt: new Date(at * 1_000), endsAt: new Date((at + 300) * 1_000), open: false },
    ]);
    expect(heard).toEqual([`room.joined meeting ${room.id} ${person}`, `room.left meeting ${room.id} ${person}`]);
  });

  it('counts once however often it is told', async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => tell({ event: 'participant_joined', sid: 'PA_1', id })));
    // The same news under another id, as after a restart of the video server.
    await tell({ event: 'participant_joined', sid: 'PA_1' });
    expect(await stays()).toHaveLength(1);
    await Promise.all([1, 2].map(() => tell({ event: 'participant_left', sid: 'PA_1' })));
    expect(heard).toEqual([`room.joined meeting ${room.id} ${person}`, `room.left meeting ${room.id} ${person}`]);
  });

  it('joins two devices of one person into one presence', async () => {
    const at = now() - 600;
    await admit(person, 'p-1-phone');
    await tell({ event: 'participant_joined', sid: 'PA_1', at });
    await tell({ event: 'participant_joined', sid: 'PA_2', identity: 'p-1-phone', at: at + 60 });
    await tell({ event: 'participant_left', sid: 'PA_1', at: at + 120 });
    expect(await here()).toEqual([person]);
    await tell({ event: 'participant_left', sid: 'PA_2', identity: 'p-1-phone', at: at + 180 });
    expect(await presence()).toMatchObject([
      { startsAt: new Date(at * 1_000), endsAt: new Date((at + 180) * 1_000), open: false },
    ]);
    expect(heard).toHaveLength(2);
  });

  it('knows a stay whose beginning came late or was lost by its end', async () => {
    const at = now() - 600;
    await tell({ event: 'participant_left', sid: 'PA_1', at: at + 60, joinedAt: at });
    await tell({ event: 'participant_joined', sid: 'PA_1', at });
    expect(await here()).toEqual([]);
    expect(await presence()).toMatchObject([
      { startsAt: new Date(at * 1_000), endsAt: new Date((at + 60) * 1_000), open: false },
    ]);
  });

  it('closes everybody’s stay with the room', async () => {
    const other = (await newPerson(app)).userId;
    await admit(other, 'p-2');
    await tell({ event: 'participant_joined', sid: 'PA_1' });
    await tell({ event: 'participant_joined', sid: 'PA_2', identity: 'p-2' });
    await tell({ event: 'room_finished' });
    expect(await here()).toEqual([]);
    expect(heard.filter((line) => line.startsWith('room.left'))).toHaveLength(2);
  });

  it('changes nothing when it is forged, about nobody of ours or about another’s room', async () => {
    const body = bodyOf({ event: 'participant_joined', sid: 'PA_1' });
    expect(await tell({ event: 'participant_joined', sid: 'PA_1' }, await sign(body, 'x'.repeat(32)))).toBe(401);
    expect(await tell({ event: 'participant_joined', sid: 'PA_1' }, await sign('another body'))).toBe(401);
    expect(await tell({ event: 'participant_joined', sid: 'PA_1' }, '')).toBe(401);
    expect(await tell({ event: 'participant_joined', sid: 'PA_1', identity: 'p-9' })).toBe(204);
    expect(await tell({ event: 'participant_joined', sid: 'PA_1', of: 'somewhere-else' })).toBe(204);
    expect(await tell({ event: 'participant_left', sid: 'PA_3', identity: 'p-9' })).toBe(204);
    expect(await tell({ event: 'track_published', sid: 'PA_1' })).toBe(204);
    expect([await stays(), heard]).toEqual([[], []]);
  });

  it('counts nobody who comes in with a ticket that counts no more', async () => {
    const other = (await newPerson(app)).userId;
    await admit(other, 'p-2');
    const at = now() - 600;
    const gone = new Date((at + 60) * 1_000);
    await app.db.query(
      `UPDATE room_admission SET removed_at = $2 FROM live_room WHERE live_room.id = room_id AND name = $1 AND identity = 'p-1'`,
      [name, gone],
    );
    // News from before the removal that comes late is news all the same.
    await tell({ event: 'participant_joined', sid: 'PA_1', at: at + 30 });
    await tell({ event: 'participant_left', sid: 'PA_1', at: at + 61, joinedAt: at + 30 });
    await tell({ event: 'participant_joined', sid: 'PA_2', at: at + 60 });
    await tell({ event: 'participant_left', sid: 'PA_3', at: at + 70, joinedAt: at + 60 });
    await app.db.query('UPDATE live_room SET closed_at = $2 WHERE name = $1', [name, gone]);
    await tell({ event: 'participant_joined', sid: 'PA_4', identity: 'p-2', at: at + 90 });
    expect(await presence()).toEqual([
      { userId: person, startsAt: new Date((at + 30) * 1_000), endsAt: new Date((at + 61) * 1_000), open: false },
    ]);
  });

  it('is never later than now, whatever the clock of the video server says', async () => {
    await tell({ event: 'participant_joined', sid: 'PA_1', at: now() + 3_600 });
    const [stay] = await stays();
    expect(stay!.startedAt.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe('in domain time', () => {
  it('stays get the offset of the clock', async () => {
    const at = now();
    await app.jumpTo(new Date((at + 30 * 86_400) * 1_000));
    await tell({ event: 'participant_joined', sid: 'PA_1', at });
    const [stay] = await stays();
    const ahead = stay!.startedAt.getTime() - at * 1_000;
    expect(Math.abs(ahead - 30 * 86_400_000)).toBeLessThan(10_000);
    const [{ now: domainNow }] = await app.db.query('SELECT domain_now() AS now');
    expect(stay!.startedAt.getTime()).toBeLessThanOrEqual((domainNow as Date).getTime());
  });
});

describe('while nobody can be asked', () => {
  it('open stays are left as they are', async () => {
    await tell({ event: 'participant_joined', sid: 'PA_1' });
    await app.jobs.runSweeps();
    expect(await here()).toEqual([person]);
    expect((await app.http().get('/api/video')).body).toEqual({ available: false });
  });
});
