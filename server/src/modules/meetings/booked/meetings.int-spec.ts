import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import {
  code,
  after,
  crowd,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  wasInRoom,
} from '../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

describe('a booked meeting', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  let european: Person;
  let japanese: Person;
  let meeting: MeetingView;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ({ european, japanese } = await newPair(app, eventId));
    meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
  });
  const cancel = (
    person: { cookie: string } | null,
    meetingId: string = meeting.meetingId,
    body: object = { reason: 'ill', note: null },
  ) => app.http(person).post<MeetingView>(`/api/meetings/${meetingId}/cancel`, body);

  it('is cancelled by either side, frees everything at once, and both know why', async () => {
    const cancelled = await cancel(japanese, meeting.meetingId, { reason: 'clash', note: 'The assembly was moved' });
    expect(cancelled).toMatchObject({
      status: 200,
      body: { state: 'cancelled', version: 2, cancelledBy: japanese.participantId, cancelledBecause: 'clash' },
    });
    for (const person of [european, japanese]) {
      expect((await app.http(person).get(`/api/meetings/${meeting.meetingId}`)).body).toMatchObject({
        state: 'cancelled',
      });
      expect((await app.http(person).get(`/api/events/${eventId}/agenda`)).body).toEqual([]);
    }
    const again = await meet(app, eventId, european, japanese, scene.slots[0]!);
    expect(again.meetingId).not.toBe(meeting.meetingId);
    const rows = await app.db.query(
      'SELECT sequence, live FROM meeting JOIN meeting_seat ON meeting_id = id WHERE id = $1',
      [meeting.meetingId],
    );
    expect(rows).toEqual([
      { sequence: 1, live: false },
      { sequence: 1, live: false },
    ]);
  });

  it('is cancelled once: again by the same side changes nothing, by the other is too late', async () => {
    const first = await cancel(european);
    expect((await cancel(european)).body).toEqual(first.body);
    expect(code(await cancel(japanese))).toEqual([409, 'meeting.wrong_state']);
    const answers = await Promise.all(
      [meet(app, eventId, european, japanese, scene.slots[1]!)].map(async (booking) => {
        const { meetingId } = await booking;
        return Promise.all([cancel(european, meetingId), cancel(japanese, meetingId)]);
      }),
    );
    expect(
      answers
        .flat()
        .map(({ status }) => status)
        .sort(),
    ).toEqual([200, 409]);
  });

  it('is nobody else’s business, except for organisers, who look', async () => {
    const third = await newParticipant(app, eventId);
    const elsewhere = await newOrganiser(app, randomUUID());
    const read = (person: { cookie: string } | null, id: string = meeting.meetingId) =>
      app.http(person).get(`/api/meetings/${id}`);
    const ticket = (person: { cookie: string }) => app.http(person).post(`/api/meetings/${meeting.meetingId}/ticket`);
    expect(code(await read(third))).toEqual([404, 'not_found']);
    expect(code(await read(elsewhere))).toEqual([404, 'not_found']);
    expect(code(await read(null))).toEqual([401, 'login.required']);
    expect(code(await read(european, randomUUID()))).toEqual([404, 'not_found']);
    expect(code(await read(european, 'x'))).toEqual([400, 'request.invalid']);
    expect((await read(scene.organiser)).body).toMatchObject({ meetingId: meeting.meetingId, me: null });
    for (const person of [third, scene.organiser]) expect(code(await cancel(person))).toEqual([404, 'not_found']);
    expect(code(await ticket(third))).toEqual([404, 'not_found']);
    // Staff come in as staff, when the room is open.
    expect(code(await ticket(scene.organiser))).toEqual([409, 'room.closed']);
    const board = (person: { cookie: string } | null) =>
      app.http(person).get(`/api/organise/events/${eventId}/meetings`);
    expect((await board(scene.organiser)).body.map((one: MeetingView) => one.meetingId)).toContain(meeting.meetingId);
    expect((await board(european)).status).toBe(404);
    expect((await board(elsewhere)).status).toBe(404);
    expect((await board(null)).status).toBe(401);
    expect(code(await cancel(european, meeting.meetingId, { reason: 'bored', note: null }))).toEqual([
      400,
      'request.invalid',
    ]);
  });

  it('lists cost the same number of queries for one and for three', async () => {
    const [me, ...partners] = await crowd(app, eventId, 4);
    const list = () => app.http(me).get(`/api/events/${eventId}/meetings`);
    await meet(app, eventId, me!, partners[0]!, scene.slots[0]!);
    await list();
    const one = await countQueries(app, list);
    for (const place of [1, 2]) await meet(app, eventId, partners[place]!, me!, scene.slots[place]!);
    expect(await countQueries(app, list)).toBe(one);
    expect((await list()).body).toHaveLength(3);
  });

  it('its room may be watched by its people and organisers', async () => {
    const third = await newParticipant(app, eventId);
    const watch = async (person: { cookie: string }) => {
      const socket = app.socket(person);
      socket.connect();
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      const { ok } = await socket.emitWithAck('topic.watch', `meeting:${meeting.meetingId}`);
      socket.disconnect();
      return ok;
    };
    expect([await watch(european), await watch(japanese), await watch(scene.organiser), await watch(third)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('its room is looked at again by its people and by organisers when somebody comes or goes', async () => {
    const heard: string[] = [];
    const sockets = await Promise.all(
      (
        [
          [european, `meeting:${meeting.meetingId}`],
          [scene.organiser, `organise:${eventId}`],
        ] as const
      ).map(async ([person, topic]) => {
        const socket = app.socket(person).connect();
        socket.on('hint.given', ({ topic: about, kind }) => {
          // The booking's own hints may still be on their way.
          if (kind === 'room.changed') heard.push(`${about} ${kind}`);
        });
        expect(await socket.emitWithAck('topic.watch', topic)).toMatchObject({ ok: true });
        return socket;
      }),
    );
    const room = { kind: 'meeting', id: meeting.meetingId, eventId } as const;
    const came = { name: 'room.joined', room, userId: european.userId, at: new Date() } as const;
    await app.transactions.run((tx) => tx.fact(came));
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const socket of sockets) socket.close();
    expect(heard.sort()).toEqual([`meeting:${meeting.meetingId} room.changed`, `organise:${eventId} room.changed`]);
  });

  it('has one request, one UID and sides that the database keeps', async () => {
    await expect(
      app.db.query(
        `INSERT INTO meeting (event_id, request_id, slot_id, booked_at) SELECT event_id, request_id, slot_id, booked_at FROM meeting WHERE id = $1`,
        [meeting.meetingId],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'meeting_request_booked_once' } });
    const commitments = await app.db.query(`SELECT uid, sequence, title_en FROM commitment WHERE source_id = $1`, [
      meeting.meetingId,
    ]);
    expect(commitments).toHaveLength(2);
    expect(new Set(commitments.map((row: { uid: string }) => row.uid))).toEqual(
      new Set([`meeting-${meeting.meetingId}@musubi`]),
    );
  });
});

describe('on the hour', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let european: Person;
  let japanese: Person;
  let meeting: MeetingView;
  let next: MeetingView;
  const ticket = () => app.http(european).post(`/api/meetings/${meeting.meetingId}/ticket`);
  const seen = async () => (await app.http(european).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    ({ european, japanese } = await newPair(app, scene.event.eventId));
    const third = await newParticipant(app, scene.event.eventId);
    meeting = await meet(app, scene.event.eventId, european, japanese, scene.slots[0]!);
    next = await meet(app, scene.event.eventId, third, japanese, scene.slots[1]!);
  });
  afterAll(() => app.close());

  it('the room is closed until ten minutes before', async () => {
    await app.jumpTo(after(meeting.startsAt, -11));
    expect(await ticket()).toMatchObject({
      status: 409,
      body: { code: 'room.closed', data: { opensAt: meeting.roomOpensAt, closesAt: next.startsAt } },
    });
  });

  it('then it opens; where video is off that is said', async () => {
    await app.jumpTo(after(meeting.startsAt, -9));
    expect(code(await ticket())).toEqual([503, 'video.off']);
  });

  it('whoever is inside is seen, and it is live while both are', async () => {
    await app.jumpTo(after(meeting.startsAt, 1));
    expect(await seen()).toMatchObject({ live: false, sides: [{ here: false }, { here: false }] });
    await wasInRoom(app, meeting, european.userId, after(meeting.startsAt, -1), null);
    expect(await seen()).toMatchObject({ live: false, sides: [{ here: true }, { here: false }] });
    await wasInRoom(app, meeting, japanese.userId, after(meeting.startsAt, 0), null);
    expect(await seen()).toMatchObject({ live: true, sides: [{ here: true }, { here: true }] });
  });

  it('it can no longer be cancelled', async () => {
    const { status, body } = await app
      .http(european)
      .post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect([status, body.code]).toEqual([409, 'meeting.wrong_state']);
  });

  it('after the end it is settled, its outcome is due, and the room closes when somebody has to go on', async () => {
    await app.db.query('UPDATE presence_interval SET ended_at = $1', [after(meeting.endsAt, 1)]);
    await app.jumpTo(after(meeting.endsAt, 2));
    await app.jobs.runSweeps();
    expect(await seen()).toMatchObject({ state: 'held', live: false, outcomeDue: true, version: 2 });
    expect(code(await ticket())).toEqual([503, 'video.off']);
    await app.jumpTo(after(next.startsAt, 0));
    expect(code(await ticket())).toEqual([409, 'room.closed']);
    const [row] = await app.db.query(
      'SELECT settled_from, settled_at IS NOT NULL AS settled FROM meeting WHERE id = $1',
      [meeting.meetingId],
    );
    expect(row).toEqual({ settled_from: 'presence', settled: true });
    const seats = await app.db.query('SELECT attended_seconds FROM meeting_seat WHERE meeting_id = $1 ORDER BY 1', [
      meeting.meetingId,
    ]);
    expect(seats).toEqual([{ attended_seconds: 20 * 60 }, { attended_seconds: 21 * 60 }]);
  });

  it('is settled once, however many sweeps come by', async () => {
    await app.jobs.runSweeps();
    expect((await seen()).version).toBe(2);
  });
});
