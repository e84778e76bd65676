import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView } from '@musubi/contracts';
import {
  code,
  accept,
  ask,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: Person;
let japanese: Person;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
});

const slots = (...places: number[]) => places.map((place) => scene.slots[place]!);
const path = (requestId: string, command = '') => `/api/meeting-requests/${requestId}${command && `/${command}`}`;
const view = async (person: { cookie: string }, requestId: string) =>
  (await app.http(person).get<MeetingRequestView>(path(requestId))).body;
const decline = (person: { cookie: string }, requestId: string) =>
  app.http(person).post(path(requestId, 'decline'), { reason: 'not-our-field', note: 'With regret' });
const counter = (person: { cookie: string }, requestId: string, ...places: number[]) =>
  app.http(person).post<MeetingRequestView>(path(requestId, 'counter'), {
    slotIds: slots(...places).map(({ slotId }) => slotId),
    note: 'Would this suit you?',
  });
const asked = async (...places: number[]) => (await ask(app, eventId, european, japanese, slots(...places))).body;

describe('answering', () => {
  it('goes back and forth until somebody agrees', async () => {
    const { requestId, answerBy } = await asked(0, 1);
    expect(await counter(japanese, requestId, 2, 3)).toMatchObject({
      status: 200,
      body: { state: 'countered', turn: 'from', mine: 'to', version: 2, note: 'Would this suit you?' },
    });
    const back = await counter(european, requestId, 3);
    expect(back.body).toMatchObject({
      state: 'countered',
      turn: 'to',
      version: 3,
      slots: [{ slotId: scene.slots[3]!.slotId }],
    });
    expect(back.body.answerBy >= answerBy).toBe(true);
    expect((await accept(app, japanese, requestId, scene.slots[3]!)).status).toBe(201);
    expect(await view(european, requestId)).toMatchObject({
      state: 'accepted',
      turn: null,
      meetingId: expect.any(String),
      history: [
        { by: 'from', did: 'requested' },
        { by: 'to', did: 'countered' },
        { by: 'from', did: 'countered' },
        { by: 'to', did: 'accepted' },
      ],
    });
  });

  it('declines politely; the other side reads the reason', async () => {
    const { requestId } = await asked(0);
    await decline(japanese, requestId);
    expect(await view(european, requestId)).toMatchObject({
      state: 'declined',
      turn: null,
      declinedBecause: 'not-our-field',
      note: 'With regret',
    });
  });

  it('of a slot that nobody proposed, or that has begun, is refused', async () => {
    const { requestId } = await asked(0);
    expect(code(await accept(app, japanese, requestId, scene.slots[1]!))).toEqual([
      422,
      'meeting_request.slot_not_proposed',
    ]);
    expect(code(await counter(japanese, requestId))).toEqual([400, 'request.invalid']);
  });

  it('expires by itself, neutrally, and whoever answers at that moment is told so', async () => {
    const { requestId } = await asked(0);
    await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
    expect(code(await accept(app, japanese, requestId, scene.slots[0]!))).toEqual([410, 'meeting_request.expired']);
    await app.jobs.runSweeps();
    for (const person of [european, japanese]) {
      expect(await view(person, requestId)).toMatchObject({
        state: 'expired',
        declinedBecause: null,
        history: [{ did: 'requested' }, { by: 'system', did: 'expired', note: null }],
      });
    }
    expect(code(await accept(app, japanese, requestId, scene.slots[0]!))).toEqual([410, 'meeting_request.expired']);
  });
});

describe('what closes requests without a word', () => {
  it('a block, in both directions; meetings stay', async () => {
    const meeting = await meet(app, eventId, european, japanese, scene.slots[5]!);
    const { requestId } = await asked(0);
    await app.http(european).put(`/api/me/blocks/${japanese.userId}`);
    expect(await view(japanese, requestId)).toMatchObject({
      state: 'unavailable',
      history: [{}, { by: 'system', did: 'unavailable', note: null }],
    });
    expect((await app.http(japanese).get(`/api/meetings/${meeting.meetingId}`)).body.state).toBe('confirmed');
  });

  it('somebody leaves the event: their requests close and their meetings are cancelled', async () => {
    const meeting = await meet(app, eventId, european, japanese, scene.slots[5]!);
    const third = await newParticipant(app, eventId, 'JP-23');
    const { body } = await ask(app, eventId, third, japanese, slots(0));
    await app.http(japanese).post(`/api/events/${eventId}/registration/withdraw`);
    expect((await view(third, body.requestId)).state).toBe('unavailable');
    expect((await app.http(european).get(`/api/meetings/${meeting.meetingId}`)).body).toMatchObject({
      state: 'cancelled',
      cancelledBy: japanese.participantId,
      cancelledBecause: 'no-longer-needed',
    });
  });

  it('the event is cancelled', async () => {
    const doomed = await newMeetingEvent(app);
    const pair = await newPair(app, doomed.event.eventId);
    const meeting = await meet(app, doomed.event.eventId, pair.european, pair.japanese, doomed.slots[0]!);
    const { body } = await ask(app, doomed.event.eventId, pair.european, pair.japanese, [doomed.slots[1]!]);
    await app.http(doomed.organiser).post(`/api/events/${doomed.event.eventId}/cancel`);
    expect((await view(pair.european, body.requestId)).state).toBe('unavailable');
    expect((await app.http(pair.european).get(`/api/meetings/${meeting.meetingId}`)).body).toMatchObject({
      state: 'cancelled',
      cancelledBy: null,
    });
  });
});

describe('a request whose time is taken', () => {
  const told = async (person: { cookie: string }, after: number) => {
    const { body } = await app.http(person).get(`/api/me/feed?after=${after}`);
    return body.entries.filter((entry: { kind: string }) => entry.kind === 'meeting_request.changed').length as number;
  };
  const cursor = async (person: { cookie: string }) =>
    (await app.http(person).get('/api/me/feed')).body.cursor as number;
  const eventually = async (check: () => Promise<boolean>) => {
    for (let tries = 0; !(await check()); tries++) {
      if (tries > 50) throw new Error('it did not happen');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('loses that option silently, is told when none is left, stays alive, and is told when one is free again', async () => {
    const { requestId } = await asked(0, 1);
    const third = await newParticipant(app, eventId, 'JP-23');
    const start = await cursor(european);
    const first = await meet(app, eventId, third, japanese, scene.slots[0]!);
    expect((await view(european, requestId)).slots.map(({ open }) => open)).toEqual([false, true]);
    await app.jobs.runSweeps();
    expect(await told(european, start)).toBe(0);
    await meet(app, eventId, third, japanese, scene.slots[1]!);
    await eventually(async () => (await told(european, start)) === 1);
    expect(await view(european, requestId)).toMatchObject({
      state: 'requested',
      turn: 'to',
      slots: [{ open: false }, { open: false }],
    });
    await app.jobs.runSweeps();
    expect(await told(european, start)).toBe(1);
    expect(await accept(app, japanese, requestId, scene.slots[0]!)).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { alternatives: [{}, {}, {}] } },
    });
    await app.http(third).post(`/api/meetings/${first.meetingId}/cancel`, { reason: 'clash', note: null });
    expect(await told(european, start)).toBe(2);
    expect((await accept(app, japanese, requestId, scene.slots[0]!)).status).toBe(201);
  });

  it('is proposed anew by whoever has asked, too, once none of its times is left', async () => {
    const { requestId } = await asked(2);
    const third = await newParticipant(app, eventId, 'JP-23');
    expect(code(await counter(european, requestId, 3))).toEqual([409, 'meeting_request.not_your_turn']);
    await meet(app, eventId, third, european, scene.slots[2]!);
    expect(await counter(european, requestId, 3)).toMatchObject({
      status: 200,
      body: { state: 'countered', turn: 'to', mine: 'from', slots: [{ slotId: scene.slots[3]!.slotId, open: true }] },
    });
    expect(code(await counter(european, requestId, 4))).toEqual([409, 'meeting_request.not_your_turn']);
    expect((await accept(app, japanese, requestId, scene.slots[3]!)).status).toBe(201);
  });
});
