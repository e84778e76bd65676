import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, ProgrammeView, RoomTicket, SessionView, SpeakerRow, StageView } from '@musubi/contracts';
import type { TestPerson } from '../../../test/builders/people.js';
import {
  importInput,
  importProgramme,
  newTalk,
  programmeFile,
  releaseProgramme,
} from '../../../test/builders/programmes.js';
import { newParticipant, register } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { until as within } from '../../../test/until.js';
import { VideoGuests } from '../../../test/video/video-guests.js';
import { planVideo, type VideoPlan, type VideoServer } from '../../../test/video/video-server.js';
import { Rooms } from './index.js';

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
  await VideoGuests.dispose();
});

let event: EventView;
let organiser: TestPerson;
let speaker: TestPerson;
let session: SessionView;
const guests = new VideoGuests();
beforeEach(async () => {
  ({ event, organiser, speaker, session } = await newTalk(app));
});
afterEach(() => guests.leaveAll());

/** The video server tells its news when it likes. */
const until = (holds: () => boolean | Promise<boolean>) => within(holds, 12);
/** An answer may be a refusal instead. */
type Refused = { code?: string };
const ticket = (person: TestPerson) =>
  app.http(person).post<RoomTicket & Refused>(`/api/sessions/${session.sessionId}/stage/ticket`);
const goLive = () => app.http(organiser).post<StageView & Refused>(`/api/sessions/${session.sessionId}/stage/live`);
const stage = async (person: TestPerson) =>
  (await app.http(person).get<StageView>(`/api/sessions/${session.sessionId}/stage`)).body;
const here = async () => [...(await rooms.here('session', [session.sessionId])).get(session.sessionId)!].sort();
const queued = async (name: string) =>
  (await app.db.query(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1 AND state = 'created'`, [name]))[0]
    .n as number;
const presence = async () => (await rooms.presence('session', [session.sessionId])).get(session.sessionId)!;

const enter = (seat: RoomTicket) => guests.enter(seat);
const withdraw = (person: TestPerson) => app.http(person).post(`/api/events/${event.eventId}/registration/withdraw`);
const end = () => app.http(organiser).post(`/api/sessions/${session.sessionId}/stage/end`);

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

  it('puts whoever leaves the event out of its rooms, and keeps an old ticket from working', async () => {
    const [leaves, stays] = [await newParticipant(app, event.eventId), await newParticipant(app, event.eventId)];
    await goLive();
    const [old, other] = [(await ticket(leaves)).body, (await ticket(stays)).body];
    const [ear, otherEar] = [await enter(old), await enter(other)];
    await until(async () => (await here()).length === 2);
    await withdraw(leaves);
    await guests.putOut(app, [ear]);
    expect((await ticket(leaves)).body).toMatchObject({ code: 'registration.required' });
    // The video server knows nothing of all this and opens the door: the news of it closes it again.
    await guests.putOut(app, [await enter(old)]);
    await until(async () => (await here()).length === 1);
    expect([await here(), guests.isOut(otherEar)]).toEqual([[stays.userId], false]);
    // Whoever comes back to the event comes back in.
    await register(app, event.eventId, leaves);
    const again = await enter((await ticket(leaves)).body);
    await until(async () => (await here()).length === 2);
    await app.jobs.drain();
    expect(guests.isOut(again)).toBe(false);
  });

  it('does not put out somebody who was let in again meanwhile', async () => {
    await ticket(speaker);
    await app.transactions.run(async (tx) =>
      rooms.remove(tx, speaker.userId, { kind: 'session', ids: [session.sessionId] }),
    );
    const voice = await enter((await ticket(speaker)).body);
    await until(async () => (await here()).length === 1);
    expect(await app.jobs.drain()).toBeGreaterThan(0);
    await app.jobs.runSweeps();
    await app.jobs.drain();
    expect([guests.isOut(voice), await here()]).toEqual([false, [speaker.userId]]);
  });

  it('finds at its next look whom nobody put out', async () => {
    const participant = await newParticipant(app, event.eventId);
    await goLive();
    const ear = await enter((await ticket(participant)).body);
    await until(async () => (await here()).length === 1);
    await withdraw(participant);
    // As if the job had been given up while the video server was away.
    await app.db.query(`DELETE FROM pgboss.job WHERE name = 'rooms.put-out'`);
    await app.jobs.drain();
    expect(guests.isOut(ear)).toBe(false);
    await app.jobs.runSweeps();
    await guests.putOut(app, [ear]);
  });

  it('ends with the session for everybody, and no ticket opens it again', async () => {
    const participant = await newParticipant(app, event.eventId);
    const backstage = (await ticket(speaker)).body;
    const voice = await enter(backstage);
    await goLive();
    const unused = (await ticket(participant)).body;
    await until(async () => (await here()).length === 1);
    await end();
    await guests.putOut(app, [voice]);
    expect([(await ticket(speaker)).body.code, (await ticket(participant)).body.code]).toEqual([
      'room.closed',
      'room.closed',
    ]);
    await until(async () => (await here()).length === 0);
    for (const old of [backstage, unused]) await guests.putOut(app, [await enter(old)]);
    // Nor does it where the news of it is lost.
    const late = await enter(unused);
    await until(async () => (await queued('rooms.shut')) > 0);
    await app.db.query(`DELETE FROM pgboss.job WHERE name = 'rooms.shut'`);
    await app.jobs.runSweeps();
    await guests.putOut(app, [late]);
    expect(await here()).toEqual([]);
  });

  it('ends with a session or an event that is cancelled', async () => {
    const first = await enter((await ticket(speaker)).body);
    await importProgramme(app, organiser, event, importInput(programmeFile(event, [])));
    await releaseProgramme(app, organiser, event);
    await guests.putOut(app, [first]);
    expect((await ticket(speaker)).body.code).toBe('room.closed');
    ({ event, organiser, speaker, session } = await newTalk(app));
    const second = await enter((await ticket(speaker)).body);
    await app.http(organiser).post(`/api/events/${event.eventId}/cancel`);
    await guests.putOut(app, [second]);
    expect((await ticket(speaker)).body.code).toBe('room.closed');
    expect((await goLive()).body.code).toBe('stage.wrong_state');
  });

  it('lets go of somebody who speaks no longer, whom nobody else misses', async () => {
    const { body: rows } = await app
      .http(organiser)
      .get<SpeakerRow[]>(`/api/events/${event.eventId}/programme/speakers`);
    const first = await enter((await ticket(speaker)).body);
    await app.http(organiser).delete(`/api/events/${event.eventId}/programme/speakers/${rows[0]!.speakerId}/account`);
    await guests.putOut(app, [first]);
    expect((await ticket(speaker)).body.code).toBe('registration.required');
    // The same by a release in which somebody else speaks.
    ({ event, organiser, speaker, session } = await newTalk(app));
    const second = await enter((await ticket(speaker)).body);
    const { body: before } = await app.http().get<ProgrammeView>(`/api/events/${event.eventId}/programme`);
    await app.db.query(`DELETE FROM session_speaker WHERE session_id = $1`, [before.sessions[0]!.sessionId]);
    await releaseProgramme(app, organiser, event);
    await guests.putOut(app, [second]);
    expect((await ticket(speaker)).body.code).toBe('registration.required');
  });

  it('opens anew under another name', async () => {
    const before = (await ticket(speaker)).body;
    await app.transactions.run(async (tx) => rooms.close(tx, 'session', [session.sessionId]));
    const after = (await ticket(speaker)).body;
    expect(after.room).not.toBe(before.room);
    const voice = await enter(after);
    await guests.putOut(app, [await enter(before)]);
    await until(async () => (await here()).length === 1);
    expect(guests.isOut(voice)).toBe(false);
  });

  it('lets nobody in beside a removal or a closing: one comes after the other', async () => {
    const key = { kind: 'session', id: session.sessionId } as const;
    const participant = await newParticipant(app, event.eventId);
    await goLive();
    // Decided to let somebody in, and not done yet.
    const letIn = async (change: () => Promise<unknown>) => {
      const [decided, goOn] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
      const joining = rooms.join(key, participant.userId, async () => {
        decided.resolve(null);
        await goOn.promise;
        const { participantId: identity } = participant;
        return { eventId: event.eventId, identity, displayName: 'Somebody', may: { publish: false, subscribe: true } };
      });
      await decided.promise;
      const changing = change();
      await sleep(300);
      goOn.resolve(null);
      await Promise.all([joining, changing]);
      const [counts] = await app.db.query(
        `SELECT count(*) FILTER (WHERE removed_at IS NULL)::int AS inside, count(*) FILTER (WHERE closed_at IS NULL)::int AS open
         FROM live_room room JOIN room_admission admission ON admission.room_id = room.id WHERE source_id = $1`,
        [session.sessionId],
      );
      return counts;
    };
    expect(await letIn(() => withdraw(participant))).toEqual({ inside: 0, open: 1 });
    expect(await letIn(end)).toEqual({ inside: 1, open: 0 });
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
