import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, MeetingRequestView, MeetingView, RequestPreview, SlotChoice } from '@musubi/contracts';
import {
  accept,
  ask,
  code,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  tally,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

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

const reschedule = (person: { cookie: string }, ...places: number[]) =>
  app.http(person).post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
    slotIds: places.map((place) => scene.slots[place]!.slotId),
    note: 'A train strike',
  });
const asked = async (...places: number[]) => (await reschedule(european, ...places)).body;
const meetingOf = async (person: { cookie: string }) =>
  (await app.http(person).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body;
const agendaOf = async (person: { cookie: string }) =>
  (await app.http(person).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body
    .filter(({ kind }) => kind === 'meeting')
    .map(({ startsAt }) => startsAt);
const cancel = (person: { cookie: string }) =>
  app.http(person).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
const seats = async () =>
  app.db.query('SELECT slot_id, count(*)::int AS live FROM meeting_seat WHERE live AND meeting_id = $1 GROUP BY 1', [
    meeting.meetingId,
  ]);

describe('asking for another time', () => {
  it('is a request of its own, and the meeting stands where it is', async () => {
    const { slots, ...rest } = await asked(2, 3);
    expect(rest).toMatchObject({
      state: 'requested',
      turn: 'to',
      mine: 'from',
      reason: 'Sensors for small factories',
      note: 'A train strike',
      meetingId: meeting.meetingId,
      movesFrom: { startsAt: scene.slots[0]!.startsAt, endsAt: scene.slots[0]!.endsAt },
      history: [{ by: 'from', did: 'requested', note: 'A train strike' }],
    });
    expect(slots.map(({ slotId }) => slotId)).toEqual([scene.slots[2]!.slotId, scene.slots[3]!.slotId]);
    expect(await meetingOf(japanese)).toEqual(meetingAs(japanese));
    expect(Date.parse(rest.answerBy)).toBeLessThanOrEqual(Date.parse(meeting.startsAt));
  });

  it('may be done by either side, once at a time, and does not count as a request for a meeting', async () => {
    const sent = await reschedule(japanese, 1);
    expect([sent.status, sent.body.mine]).toEqual([201, 'from']);
    expect(await reschedule(european, 2)).toMatchObject({
      status: 409,
      body: { code: 'meeting_request.duplicate', data: { requestId: sent.body.requestId } },
    });
    const other = await newParticipant(app, eventId);
    const preview = await app
      .http(japanese)
      .get<RequestPreview>(`/api/events/${eventId}/meeting-requests/preview?to=${other.participantId}`);
    expect(preview.body.openRequests).toBe(0);
  });

  it('is possible again once the deadline of the last wish has passed', async () => {
    const { requestId } = await asked(2);
    await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
    expect(await reschedule(japanese, 3)).toMatchObject({ status: 201, body: { state: 'requested', mine: 'from' } });
    expect((await app.http(european).get(`/api/meeting-requests/${requestId}`)).body).toMatchObject({
      state: 'expired',
    });
  });

  it('shows where the meeting stands now, to both and also for what is proposed instead; only there', async () => {
    const statesAt = async (person: { cookie: string }, path: string) =>
      (await app.http(person).get<SlotChoice[]>(`/api/${path}`)).body.slice(0, 2).map(({ state }) => state);
    const open = expect.stringMatching(/free|late/);
    for (const person of [european, japanese])
      expect(await statesAt(person, `meetings/${meeting.meetingId}/slots`)).toEqual(['now', open]);
    const { requestId } = await asked(2);
    expect(await statesAt(japanese, `meeting-requests/${requestId}/slots`)).toEqual(['now', open]);
    // For another meeting it is a time that is taken.
    expect(await statesAt(european, `events/${eventId}/slots?with=${japanese.participantId}`)).toEqual(['busy', open]);
    const lost = await reschedule(japanese, 0);
    expect([code(lost), JSON.stringify(lost.body).includes('"now"')]).toEqual([[409, 'meeting.slot_taken'], false]);
  });

  it('is refused to strangers, for a time that is taken, past or another event’s, and once the meeting is cancelled', async () => {
    const stranger = await newParticipant(app, eventId);
    const elsewhere = await newMeetingEvent(app);
    const foreign = { slotIds: [elsewhere.slots[0]!.slotId], note: null };
    expect(code(await reschedule(stranger, 2))).toEqual([404, 'not_found']);
    expect(code(await reschedule(european, 0))).toEqual([409, 'meeting.slot_taken']);
    expect(code(await app.http(european).post(`/api/meetings/${meeting.meetingId}/reschedule`, foreign))).toEqual([
      422,
      'meeting.slot_unknown',
    ]);
    await cancel(european);
    expect(code(await reschedule(european, 2))).toEqual([409, 'meeting.wrong_state']);
  });

  it('is refused between people of whom one blocks the other, and its acceptance once the meeting does not stand', async () => {
    await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    expect(code(await reschedule(european, 2))).toEqual([409, 'participant.unavailable']);
    await app.http(japanese).delete(`/api/me/blocks/${european.userId}`);
    const { requestId } = await asked(2);
    await app.db.query(`UPDATE meeting SET state = 'not_held' WHERE id = $1`, [meeting.meetingId]);
    expect(code(await accept(app, japanese, requestId, scene.slots[2]!))).toEqual([409, 'meeting.wrong_state']);
  });
});

describe('accepting another time', () => {
  it('moves the same meeting: seats, both agendas, one version and one SEQUENCE further; the old time is free at once', async () => {
    const { requestId } = await asked(2, 3);
    const accepted = await accept(app, japanese, requestId, scene.slots[3]!);
    expect(accepted.status).toBe(201);
    expect(accepted.body).toMatchObject({
      meetingId: meeting.meetingId,
      requestId: meeting.requestId,
      state: 'confirmed',
      version: 2,
      startsAt: scene.slots[3]!.startsAt,
    });
    expect(await seats()).toEqual([{ slot_id: scene.slots[3]!.slotId, live: 2 }]);
    expect(await agendaOf(european)).toEqual([scene.slots[3]!.startsAt]);
    expect(await agendaOf(japanese)).toEqual([scene.slots[3]!.startsAt]);
    const [{ sequence }] = await app.db.query('SELECT sequence FROM meeting WHERE id = $1', [meeting.meetingId]);
    expect(sequence).toBe(1);
    const third = await newParticipant(app, eventId, 'JP-23');
    expect((await meet(app, eventId, third, european, scene.slots[0]!)).state).toBe('confirmed');
  });

  it('again, from another device, is the same move', async () => {
    const { requestId } = await asked(2);
    await accept(app, japanese, requestId, scene.slots[2]!);
    expect(await accept(app, japanese, requestId, scene.slots[2]!)).toMatchObject({
      status: 201,
      body: { version: 2, startsAt: scene.slots[2]!.startsAt },
    });
  });

  it('can follow a counter-proposal', async () => {
    const { requestId } = await asked(2);
    const countered = await app.http(japanese).post<MeetingRequestView>(`/api/meeting-requests/${requestId}/counter`, {
      slotIds: [scene.slots[4]!.slotId],
      note: null,
    });
    expect(countered.body).toMatchObject({ state: 'countered', turn: 'from' });
    expect(Date.parse(countered.body.answerBy)).toBeLessThanOrEqual(Date.parse(meeting.startsAt));
    await accept(app, european, requestId, scene.slots[4]!);
    expect((await meetingOf(japanese)).startsAt).toBe(scene.slots[4]!.startsAt);
  });

  it('is too late when the time went to somebody else: others are offered, and the meeting stands', async () => {
    const { requestId } = await asked(2);
    const rival = await newParticipant(app, eventId, 'DE1');
    await meet(app, eventId, rival, japanese, scene.slots[2]!);
    const late = await accept(app, japanese, requestId, scene.slots[2]!);
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { alternatives: [{}, {}, {}] } },
    });
    expect(await meetingOf(european)).toMatchObject({ version: 1, startsAt: scene.slots[0]!.startsAt });
  });

  it('gives those who waited for the old time the news that it is free', async () => {
    const waiting = await newParticipant(app, eventId, 'JP-23');
    const request = await ask(app, eventId, european, waiting, [scene.slots[1]!]);
    const { requestId } = await asked(1);
    await accept(app, japanese, requestId, scene.slots[1]!);
    const emptied = async () =>
      (await app.db.query('SELECT emptied_at IS NOT NULL AS told FROM meeting_request WHERE id = $1', [
        request.body.requestId,
      ])) as [{ told: boolean }];
    for (let tries = 0; tries < 60 && !(await emptied())[0].told; tries++) await setTimeout(50);
    expect(await emptied()).toEqual([{ told: true }]);
    const back = await reschedule(japanese, 4);
    await accept(app, european, back.body.requestId, scene.slots[4]!);
    expect(await emptied()).toEqual([{ told: false }]);
  });
});

describe('without an agreement', () => {
  const becomes = async (requestId: string) =>
    (await app.http(european).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`)).body.state;

  it('the meeting stays: declined, withdrawn or expired', async () => {
    const decline = async (requestId: string) =>
      app.http(japanese).post(`/api/meeting-requests/${requestId}/decline`, { reason: 'no-time', note: null });
    const withdraw = async (requestId: string) =>
      app.http(european).post(`/api/meeting-requests/${requestId}/withdraw`);
    const expire = async (requestId: string) => {
      await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
      await app.jobs.runSweeps();
    };
    for (const [end, state] of [
      [decline, 'declined'],
      [withdraw, 'withdrawn'],
      [expire, 'expired'],
    ] as const) {
      const { requestId } = await asked(2);
      await end(requestId);
      expect(await becomes(requestId)).toBe(state);
      expect(await meetingOf(european)).toMatchObject({ version: 1, startsAt: scene.slots[0]!.startsAt });
    }
  });

  it('a cancelled meeting closes it', async () => {
    const { requestId } = await asked(2);
    await cancel(japanese);
    expect(await becomes(requestId)).toBe('unavailable');
  });

  it('and a cancellation at the same instant: either the meeting moved and was cancelled there, or it was not moved', async () => {
    const endings: string[] = [];
    for (let round = 0; round < 10; round++) {
      ({ european, japanese } = await newPair(app, eventId));
      meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
      const { requestId } = await asked(2);
      const [accepted, cancelled] = await Promise.all([
        accept(app, japanese, requestId, scene.slots[2]!),
        cancel(european),
      ]);
      expect(cancelled.status).toBe(200);
      expect(['201', '409 meeting.wrong_state', '409 meeting_request.wrong_state']).toContain(
        Object.keys(tally([accepted]))[0],
      );
      expect(await seats()).toEqual([]);
      expect(await meetingOf(european)).toMatchObject({ state: 'cancelled' });
      endings.push(await becomes(requestId));
    }
    expect(endings.every((state) => ['accepted', 'unavailable'].includes(state))).toBe(true);
  }, 30_000);

  it('and somebody who blocks or leaves at the same instant: nothing stays open between the two', async () => {
    const leave = () => app.http(japanese).post(`/api/events/${eventId}/registration/withdraw`);
    const block = () => app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    for (let round = 0; round < 8; round++) {
      ({ european, japanese } = await newPair(app, eventId));
      meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
      const [sent] = await Promise.all([reschedule(european, 2), round % 2 ? leave() : block()]);
      expect(['201', '409 participant.unavailable', '409 meeting.wrong_state']).toContain(
        Object.keys(tally([sent]))[0],
      );
      const [{ open }] = await app.db.query(
        'SELECT count(*)::int AS open FROM meeting_request WHERE turn IS NOT NULL AND from_user_id = $1',
        [european.userId],
      );
      expect(open).toBe(0);
    }
  }, 30_000);

  it('waits for whoever holds the meeting before it takes the request, and for whoever books its people', async () => {
    const { requestId } = await asked(2);
    const ahead = app.db.createQueryRunner();
    const during = async (lock: string, parameter: string, look: () => Promise<unknown>) => {
      await ahead.startTransaction();
      await ahead.query(lock, [parameter]);
      let answered = false;
      const answer = accept(app, japanese, requestId, scene.slots[2]!).finally(() => (answered = true));
      await setTimeout(300);
      expect(answered).toBe(false);
      await look();
      await ahead.rollbackTransaction();
      return answer;
    };
    const isFree = async () => ahead.query('SELECT FROM meeting_request WHERE id = $1 FOR UPDATE NOWAIT', [requestId]);
    const row = 'SELECT FROM meeting WHERE id = $1 FOR NO KEY UPDATE';
    expect((await during(row, meeting.meetingId, isFree)).status).toBe(201);
    const back = await reschedule(japanese, 0);
    const again = async () => accept(app, european, back.body.requestId, scene.slots[0]!);
    await ahead.startTransaction();
    await ahead.query(`SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || $1::uuid, 0))`, [japanese.userId]);
    let moved = false;
    const move = again().finally(() => (moved = true));
    await setTimeout(300);
    expect(moved).toBe(false);
    await ahead.rollbackTransaction();
    await ahead.release();
    expect((await move).status).toBe(201);
  });

  it('and bookings of the wanted time at the same instant: one of them has it', async () => {
    for (let round = 0; round < 5; round++) {
      ({ european, japanese } = await newPair(app, eventId));
      meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
      const { requestId } = await asked(5);
      const rivals = await Promise.all([1, 2, 3].map(() => newParticipant(app, eventId, 'DE1')));
      const theirs = await Promise.all(rivals.map((rival) => ask(app, eventId, rival, japanese, [scene.slots[5]!])));
      const answers = await Promise.all([
        accept(app, japanese, requestId, scene.slots[5]!),
        ...theirs.map(({ body }) => accept(app, japanese, body.requestId, scene.slots[5]!)),
      ]);
      expect(tally(answers)).toEqual({ 201: 1, '409 meeting.slot_taken': 3 });
    }
    expect(await doubleBookings(app)).toBe(0);
  }, 30_000);
});

const meetingAs = (person: Person): MeetingView => ({ ...meeting, me: person.participantId as MeetingView['me'] });
