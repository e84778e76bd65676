import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, RequestPreview, SlotChoice } from '@musubi/contracts';
import {
  code,
  accept,
  after,
  ask,
  crowd,
  manyRequests,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
  type TestParticipant,
} from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/opportunities.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
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
const withdraw = (person: { cookie: string }, requestId: string) => app.http(person).post(path(requestId, 'withdraw'));
const counter = (person: { cookie: string }, requestId: string, ...places: number[]) =>
  app.http(person).post<MeetingRequestView>(path(requestId, 'counter'), {
    slotIds: slots(...places).map(({ slotId }) => slotId),
    note: 'Would this suit you?',
  });
const asked = async (...places: number[]) => (await ask(app, eventId, european, japanese, slots(...places))).body;
const send = (person: { cookie: string }, body: object) =>
  app.http(person).post(`/api/events/${eventId}/meeting-requests`, body);

describe('sending', () => {
  it('says the deadline before and keeps to it, in the recipient’s office time', async () => {
    const preview = await app
      .http(european)
      .get<RequestPreview>(`/api/events/${eventId}/meeting-requests/preview?to=${japanese.participantId}`);
    expect(preview.body).toEqual({ answerBy: expect.any(String), openRequests: 0, cap: 10, existing: null });
    const sent = await asked(0, 1);
    expect(sent).toMatchObject({
      state: 'requested',
      turn: 'to',
      mine: 'from',
      reason: 'Sensors for small factories',
      slots: [
        { slotId: scene.slots[0]!.slotId, open: true },
        { slotId: scene.slots[1]!.slotId, open: true },
      ],
      history: [{ by: 'from', did: 'requested', note: null }],
    });
    expect(Date.parse(sent.answerBy) - Date.parse(preview.body.answerBy)).toBeLessThan(60_000);
    const hour = new Date(sent.answerBy).toTemporalInstant().toZonedDateTimeISO('Asia/Tokyo').hour;
    expect(hour).toBeGreaterThanOrEqual(10);
    expect(hour).toBeLessThanOrEqual(18);
  });

  it('cites what one of the two has published, and nothing else', async () => {
    const mine = await publish(app, european);
    const theirs = await publish(app, japanese, { kind: 'request' });
    const foreign = await publish(app, await newParticipant(app, eventId));
    const sent = await send(european, {
      ...requestInput(japanese, slots(0)),
      opportunityIds: [mine.opportunityId, theirs.opportunityId],
    });
    expect(sent.body.opportunities.map((one: { opportunityId: string }) => one.opportunityId)).toEqual([
      mine.opportunityId,
      theirs.opportunityId,
    ]);
    const other = await newParticipant(app, eventId, 'JP-23');
    expect(
      code(await send(european, { ...requestInput(other, slots(0)), opportunityIds: [foreign.opportunityId] })),
    ).toEqual([404, 'not_found']);
  });

  it('opens the request that is there already', async () => {
    const { requestId } = await asked(0);
    const again = await ask(app, eventId, european, japanese, slots(1));
    expect(again).toMatchObject({ status: 409, body: { code: 'meeting_request.duplicate', data: { requestId } } });
    const preview = await app
      .http(japanese)
      .get<RequestPreview>(`/api/events/${eventId}/meeting-requests/preview?to=${european.participantId}`);
    expect(preview.body.existing).toBe(requestId);
  });

  it('to somebody who has asked for a common slot is an acceptance; without one it opens theirs', async () => {
    const { requestId } = await asked(0, 1);
    expect(await ask(app, eventId, japanese, european, slots(3, 1))).toMatchObject({
      status: 201,
      body: { requestId, state: 'accepted', mine: 'to', meetingId: expect.any(String) },
    });
    const another = await newPair(app, eventId);
    const open = await ask(app, eventId, another.european, another.japanese, slots(0));
    expect(await ask(app, eventId, another.japanese, another.european, slots(2))).toMatchObject({
      status: 409,
      body: { code: 'meeting_request.duplicate', data: { requestId: open.body.requestId } },
    });
  });

  it('is possible again after any ending', async () => {
    await withdraw(european, (await asked(0)).requestId);
    await decline(japanese, (await asked(0)).requestId);
    expect((await asked(0)).state).toBe('requested');
  });

  it('stops at ten open requests and goes on when one ends', async () => {
    const [sender, ...partners] = await crowd(app, eventId, 12);
    const sent = [];
    for (const partner of partners.slice(0, 10)) sent.push(await ask(app, eventId, sender!, partner, slots(0)));
    expect(await ask(app, eventId, sender!, partners[10]!, slots(0))).toMatchObject({
      status: 409,
      body: { code: 'meeting_request.cap_reached', data: { openRequests: 10, cap: 10 } },
    });
    await withdraw(sender!, sent[3]!.body.requestId);
    expect((await ask(app, eventId, sender!, partners[10]!, slots(0))).status).toBe(201);
  });

  it('warns of a slot that one has promised before, and lets one choose it', async () => {
    await asked(0);
    const other = await newParticipant(app, eventId, 'JP-23');
    const { body } = await app
      .http(european)
      .get<SlotChoice[]>(`/api/events/${eventId}/slots?with=${other.participantId}`);
    expect(body.map(({ state }) => state)).toEqual(
      ['held', 'free', 'free', 'free', 'free', 'free'].map((state) =>
        expect.stringMatching(state === 'held' ? /held/ : /free|late/),
      ),
    );
    expect((await ask(app, eventId, european, other, slots(0))).status).toBe(201);
  });

  it.each([
    ['oneself', async () => requestInput(european, slots(0)), 409, 'participant.unavailable'],
    ['nobody', async () => requestInput({ participantId: randomUUID() }, slots(0)), 409, 'participant.unavailable'],
    [
      'somebody who is not listed',
      async () => requestInput(await newParticipant(app, eventId, 'JP-27', { directory: 'nobody' }), slots(0)),
      409,
      'participant.unavailable',
    ],
    [
      'somebody of another event',
      async () => requestInput(await newParticipant(app, (await newMeetingEvent(app)).event.eventId), slots(0)),
      409,
      'participant.unavailable',
    ],
    [
      'somebody who has left',
      async () => {
        const gone = await newParticipant(app, eventId);
        await app.http(gone).post(`/api/events/${eventId}/registration/withdraw`);
        return requestInput(gone, slots(0));
      },
      409,
      'participant.unavailable',
    ],
    [
      'somebody who blocks the sender',
      async () => {
        await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
        return requestInput(japanese, slots(0));
      },
      409,
      'participant.unavailable',
    ],
    [
      'somebody whom the sender blocks',
      async () => {
        await app.http(european).put(`/api/me/blocks/${japanese.userId}`);
        return requestInput(japanese, slots(0));
      },
      409,
      'participant.unavailable',
    ],
    [
      'a slot of another event',
      async () => requestInput(japanese, (await newMeetingEvent(app)).slots.slice(0, 1)),
      422,
      'meeting.slot_unknown',
    ],
    [
      'a slot in which they have a meeting',
      async () => {
        const third = await newParticipant(app, eventId);
        await meet(app, eventId, third, japanese, scene.slots[0]!);
        return requestInput(japanese, slots(1, 0));
      },
      409,
      'meeting.slot_taken',
    ],
    ['four slots', async () => requestInput(japanese, slots(0, 1, 2, 3)), 400, 'request.invalid'],
    ['no slot', async () => requestInput(japanese, []), 400, 'request.invalid'],
    ['a slot twice', async () => requestInput(japanese, slots(0, 0)), 400, 'request.invalid'],
    ['an unknown key', async () => ({ ...requestInput(japanese, slots(0)), urgent: true }), 400, 'request.invalid'],
    ['a malformed id', async () => ({ ...requestInput(japanese, slots(0)), to: 'somebody' }), 400, 'request.invalid'],
    [
      'a reason of one letter',
      async () => ({ ...requestInput(japanese, slots(0)), reason: 'x' }),
      400,
      'request.invalid',
    ],
  ])('refuses %s', async (_, body, status, refused) => {
    expect(code(await send(european, await body()))).toEqual([status, refused]);
    const { body: list } = await app.http(european).get(`/api/events/${eventId}/meeting-requests`);
    expect(list).toEqual([]);
  });

  it('refuses strangers, people of other events, and events that are over, cancelled or without matchmaking', async () => {
    const body = requestInput(japanese, slots(0));
    expect(code(await app.http().post(`/api/events/${eventId}/meeting-requests`, body))).toEqual([
      401,
      'login.required',
    ]);
    const elsewhere = await newMeetingEvent(app);
    const foreign = await newParticipant(app, elsewhere.event.eventId);
    expect(code(await send(foreign, body))).toEqual([403, 'registration.required']);
    expect(code(await app.http(european).post(`/api/events/${randomUUID()}/meeting-requests`, body))).toEqual([
      404,
      'not_found',
    ]);
    const plain = await newMeetingEvent(app, { matchmaking: false });
    const lone = await newParticipant(app, plain.event.eventId);
    const at = (id: string) => app.http(lone).post(`/api/events/${id}/meeting-requests`, body);
    expect(code(await at(plain.event.eventId))).toEqual([409, 'event.not_open']);
    await app.http(plain.organiser).post(`/api/events/${plain.event.eventId}/cancel`);
    expect(code(await at(plain.event.eventId))).toEqual([409, 'event.cancelled']);
  });

  it('somebody who is not listed may ask, and be asked back', async () => {
    const hidden = await newParticipant(app, eventId, 'JP-27', { directory: 'nobody' });
    const sent = await ask(app, eventId, hidden, european, slots(0));
    expect(sent.status).toBe(201);
    await decline(european, sent.body.requestId);
    expect((await ask(app, eventId, european, hidden, slots(1))).status).toBe(201);
  });
});

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
});

describe('who may do what', () => {
  /** Everything that can be done to a request, by whom. */
  const commands: [
    string,
    (person: { cookie: string }, requestId: string) => Promise<{ status: number; body: object }>,
  ][] = [
    ['read', (person, requestId) => app.http(person).get(path(requestId))],
    ['accept', (person, requestId) => accept(app, person, requestId, scene.slots[0]!)],
    ['decline', decline],
    ['counter', (person, requestId) => counter(person, requestId, 2)],
    ['withdraw', withdraw],
  ];
  const each = async (person: { cookie: string } | null, requestId: string) =>
    Object.fromEntries(
      await Promise.all(
        commands.map(async ([name, command]) => {
          const answer = await command(person ?? { cookie: '' }, requestId);
          return [name, code(answer)[1] ?? answer.status];
        }),
      ),
    );

  it('nobody but the two: others, organisers and strangers do not even learn that it exists', async () => {
    const { requestId } = await asked(0);
    const third = await newParticipant(app, eventId);
    const hidden = {
      read: 'not_found',
      accept: 'not_found',
      decline: 'not_found',
      counter: 'not_found',
      withdraw: 'not_found',
    };
    expect(await each(third, requestId)).toEqual(hidden);
    expect(await each(scene.organiser, requestId)).toEqual(hidden);
    expect(await each(japanese, randomUUID())).toEqual(hidden);
    expect(new Set(Object.values(await each(null, requestId)))).toEqual(new Set(['login.required']));
    expect(new Set(Object.values(await each(japanese, 'not-an-id')))).toEqual(new Set(['request.invalid']));
    expect((await view(european, requestId)).version).toBe(1);
  });

  it('only whose turn it is, and only the sender takes it back', async () => {
    const { requestId } = await asked(0);
    const turn = 'meeting_request.not_your_turn';
    expect(code(await accept(app, european, requestId, scene.slots[0]!))).toEqual([409, turn]);
    expect(code(await decline(european, requestId))).toEqual([409, turn]);
    expect(code(await counter(european, requestId, 2))).toEqual([409, turn]);
    expect(code(await withdraw(japanese, requestId))).toEqual([403, 'forbidden']);
    await counter(japanese, requestId, 1);
    expect(code(await decline(japanese, requestId))).toEqual([409, turn]);
    expect((await view(european, requestId)).version).toBe(2);
  });

  it('nothing happens to a request that is over, but its last move may be made again', async () => {
    const endings: Record<string, (requestId: string) => Promise<unknown>> = {
      accepted: (requestId) => accept(app, japanese, requestId, scene.slots[0]!),
      declined: (requestId) => decline(japanese, requestId),
      withdrawn: (requestId) => withdraw(european, requestId),
      unavailable: () => app.http(japanese).put(`/api/me/blocks/${european.userId}`),
    };
    const over = 'meeting_request.wrong_state';
    const outcomes: Record<string, unknown> = {};
    for (const [state, end] of Object.entries(endings)) {
      ({ european, japanese } = await newPair(app, eventId));
      const { requestId } = await asked(0);
      await end(requestId);
      outcomes[state] = [await each(european, requestId), await each(japanese, requestId)];
      expect(await view(european, requestId)).toMatchObject({ state, version: 2 });
    }
    const refused = { read: 200, accept: over, decline: over, counter: over, withdraw: over };
    expect(outcomes).toEqual({
      accepted: [refused, { ...refused, accept: 201 }],
      declined: [refused, { ...refused, decline: 200 }],
      withdrawn: [{ ...refused, withdraw: 200 }, refused],
      unavailable: [refused, refused],
    });
  });

  it('commands need a key', async () => {
    const { requestId } = await asked(0);
    const { status, body } = await app
      .http(japanese)
      .post(path(requestId, 'accept'), {}, { headers: { 'idempotency-key': '' } });
    expect([status, body.code]).toEqual([400, expect.stringMatching(/^(idempotency\.key_missing|request\.invalid)$/)]);
  });
});

it('lists cost the same number of queries for one request and for three', async () => {
  const [me, ...partners] = (await crowd(app, eventId, 4)) as [TestParticipant, ...TestParticipant[]];
  const list = () => app.http(me).get(`/api/events/${eventId}/meeting-requests`);
  await manyRequests(app, scene.event, [{ from: me, to: partners[0]!, slotIds: [scene.slots[0]!.slotId] }]);
  await list();
  const one = await countQueries(app, list);
  await manyRequests(
    app,
    scene.event,
    partners.slice(1).map((from) => ({ from, to: me, slotIds: [scene.slots[0]!.slotId] })),
  );
  expect(await countQueries(app, list)).toBe(one);
  expect((await list()).body).toHaveLength(3);
});

it('on the day, an answer is awaited within fifteen minutes', async () => {
  const live = await startApp();
  try {
    const today = await newMeetingEvent(live);
    const pair = await newPair(live, today.event.eventId);
    const slot = today.slots.at(-1)!;
    await live.jumpTo(after(slot.startsAt, -90));
    const { body } = await ask(live, today.event.eventId, pair.european, pair.japanese, [slot]);
    expect(Date.parse(body.answerBy) - Date.parse(body.sentAt)).toBe(15 * 60_000);
  } finally {
    await live.close();
  }
});
