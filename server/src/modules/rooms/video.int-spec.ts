import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dispose, Room, RoomEvent } from '@livekit/rtc-node';
import type { EventView, RoomTicket, SessionView, StageView } from '@musubi/contracts';
import type { TestPerson } from '../../../test/builders/people.js';
import { newTalk } from '../../../test/builders/programmes.js';
import { newParticipant } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { planVideo, type VideoPlan, type VideoServer } from '../../../test/video-server.js';
import { Rooms, type RoomRef } from './index.js';

let app: TestApp;
let rooms: Rooms;
let plan: VideoPlan;
let server: VideoServer;
beforeAll(async () => {
  plan = await planVideo();
  app = await startApp({ env: plan.env });
  rooms = app.app.get(Rooms);
  server = await plan.start([`${app.origin}/api/livekit/webhook`]);
  await until(() => rooms.video().available);
});
afterAll(async () => {
  await app.close();
  await server?.stop();
  await dispose();
});

let event: EventView;
let organiser: TestPerson;
let speaker: TestPerson;
let session: SessionView;
let room: RoomRef;
let connected: Room[] = [];
beforeEach(async () => {
  ({ event, organiser, speaker, session } = await newTalk(app));
  room = { kind: 'session', id: session.sessionId, eventId: event.eventId };
});
afterEach(async () => {
  await Promise.all(connected.map((one) => one.disconnect()));
  connected = [];
});

async function until(holds: () => boolean | Promise<boolean>, seconds = 12): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so within ${seconds} s: ${holds.toString()}`);
    await sleep(50);
  }
}
const ticket = (person: TestPerson) =>
  app.http(person).post<RoomTicket>(`/api/sessions/${session.sessionId}/stage/ticket`);
const goLive = () => app.http(organiser).post<StageView>(`/api/sessions/${session.sessionId}/stage/live`);
const stage = async (person: TestPerson) =>
  (await app.http(person).get<StageView>(`/api/sessions/${session.sessionId}/stage`)).body;
const here = async () => [...(await rooms.here('session', [session.sessionId])).get(session.sessionId)!].sort();
const presence = async () => (await rooms.presence('session', [session.sessionId])).get(session.sessionId)!;

/** Comes in as a browser would. */
async function enter({ url, token }: RoomTicket): Promise<Room> {
  const one = new Room();
  await one.connect(url, token, { autoSubscribe: true, dynacast: false });
  connected.push(one);
  return one;
}

describe('with a video server', () => {
  it('lets the speaker in backstage and the audience when it is live, and counts who watches', async () => {
    const participant = await newParticipant(app, event.eventId);
    const backstage = await ticket(speaker);
    expect(backstage).toMatchObject({ status: 200, body: { canPublish: true, identity: speaker.userId } });
    expect((await ticket(participant)).body).toMatchObject({ code: 'stage.not_live' });
    const voice = await enter(backstage.body);
    expect(voice.localParticipant?.identity).toBe(speaker.userId);
    await goLive();
    const { body: seat } = await ticket(participant);
    expect(seat).toMatchObject({ canPublish: false, identity: participant.participantId, room: backstage.body.room });
    const ear = await enter(seat);
    await until(() => ear.remoteParticipants.has(speaker.userId));
    await until(async () => (await here()).length === 2);
    expect(await here()).toEqual([participant.userId, speaker.userId].sort());
    expect(await stage(participant)).toMatchObject({ video: true, watching: 2, state: 'live' });
    // The video server tells times in whole seconds.
    await sleep(1_100);
    await ear.disconnect();
    await until(async () => (await here()).length === 1);
    expect((await presence()).find(({ userId }) => userId === participant.userId)).toMatchObject({ open: false });
  });

  it('puts somebody out at once and lets them in no more', async () => {
    const voice = await enter((await ticket(speaker)).body);
    const out = new Promise((resolve) => voice.once(RoomEvent.Disconnected, resolve));
    await rooms.remove(room, speaker.userId);
    await out;
    expect((await ticket(speaker)).body).toMatchObject({ code: 'forbidden' });
    await until(async () => (await here()).length === 0);
  });

  it('empties the room when the session ends', async () => {
    const voice = await enter((await ticket(speaker)).body);
    await goLive();
    await until(async () => (await here()).length === 1);
    const out = new Promise((resolve) => voice.once(RoomEvent.Disconnected, resolve));
    await app.http(organiser).post(`/api/sessions/${session.sessionId}/stage/end`);
    await out;
    expect((await ticket(speaker)).body).toMatchObject({ code: 'room.closed' });
  });

  it('takes what the video server did not tell by asking it', async () => {
    const voice = await enter((await ticket(speaker)).body);
    await until(async () => (await here()).length === 1);
    // As if the news of the arrival had been lost.
    await app.db.query('DELETE FROM presence_interval');
    expect(await here()).toEqual([]);
    expect(await app.jobs.runSweeps()).toBeGreaterThanOrEqual(1);
    expect(await here()).toEqual([speaker.userId]);
    // As if the news of the departure had been lost: the stay ends when it was last seen.
    const [seen] = await app.db.query('SELECT participant_sid FROM presence_interval');
    await voice.disconnect();
    await until(async () => (await here()).length === 0);
    await app.db.query('UPDATE presence_interval SET ended_at = NULL');
    await app.jobs.runSweeps();
    expect(await here()).toEqual([]);
    const rows = await app.db.query('SELECT participant_sid, ended_at = seen_at AS seen FROM presence_interval');
    expect(rows).toEqual([{ ...seen, seen: true }]);
  });

  it('is off while the server is away, says so, and comes back by itself', async () => {
    const voice = await enter((await ticket(speaker)).body);
    await until(async () => (await here()).length === 1);
    await server.stop();
    await app.jobs.runSweeps();
    expect((await app.http().get('/api/video')).body).toEqual({ available: false });
    expect((await ticket(speaker)).body).toMatchObject({ code: 'video.off' });
    expect(await here()).toEqual([speaker.userId]);
    await voice.disconnect();
    server = await plan.start([`${app.origin}/api/livekit/webhook`]);
    await until(() => rooms.video().available);
    await app.jobs.runSweeps();
    expect(await here()).toEqual([]);
    expect((await ticket(speaker)).status).toBe(200);
  });
});
