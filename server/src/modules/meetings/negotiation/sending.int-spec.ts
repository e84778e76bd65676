import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestPreview, SlotChoice, SlotView } from '@musubi/contracts';
import {
  code,
  ask,
  crowd,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
} from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
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
const decline = (person: { cookie: string }, requestId: string) =>
  app.http(person).post(path(requestId, 'decline'), { reason: 'not-our-field', note: 'With regret' });
const withdraw = (person: { cookie: string }, requestId: string) => app.http(person).post(path(requestId, 'withdraw'));
/** Its deadline passes, and no sweep has come by. */
const pass = (requestId: string) =>
  app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
const between = async (pair: { european: Person; japanese: Person }) =>
  (
    (await app.db.query('SELECT state FROM meeting_request WHERE from_user_id = ANY ($1) ORDER BY id', [
      [pair.european.userId, pair.japanese.userId],
    ])) as { state: string }[]
  ).map(({ state }) => state);
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

  it('says the deadline of the times that are chosen: it follows them, and lies after none', async () => {
    // A Monday morning in a week without holidays, by a clock of its own; five working days last longer than its times.
    const then = await startApp();
    try {
      await then.jumpTo(new Date('2030-06-24T00:00:00Z'));
      const soon = await newMeetingEvent(
        then,
        {
          registrationClosesAt: '2030-06-24T01:00:00Z',
          startsAt: '2030-06-24T01:00:00Z',
          endsAt: '2030-06-28T00:00:00Z',
        },
        { dates: ['2030-06-25', '2030-06-26'], from: '15:00', until: '16:00' },
      );
      const { eventId: of } = soon.event;
      const pair = await newPair(then, of);
      const preview = async (...chosen: SlotView[]) => {
        const times = chosen.length > 0 ? `&slotIds=${chosen.map(({ slotId }) => slotId).join()}` : '';
        const path = `/api/events/${of}/meeting-requests/preview?to=${pair.japanese.participantId}${times}`;
        return (await then.http(pair.european).get<RequestPreview>(path)).body.answerBy;
      };
      const [first, last] = [soon.slots[0]!, soon.slots.at(-1)!];
      // At 15:00 somebody is there to answer: the start itself.
      expect([await preview(first), await preview(first, last), await preview()]).toEqual([
        first.startsAt,
        last.startsAt,
        last.startsAt,
      ]);
      const sent = await ask(then, of, pair.european, pair.japanese, [first]);
      expect(sent.body.answerBy).toBe(first.startsAt);
      // What both cannot do any more counts for nothing.
      const other = await newPair(then, of);
      await meet(then, of, other.european, pair.japanese, last);
      expect(await preview()).toBe(soon.slots.at(-2)!.startsAt);
    } finally {
      await then.close();
    }
  });

  it('names no time that has begun', async () => {
    const then = await startApp();
    try {
      const today = await newMeetingEvent(then);
      const pair = await newPair(then, today.event.eventId);
      const [first, second] = [today.slots[0]!, today.slots[1]!];
      await then.jumpTo(new Date(first.startsAt));
      const asks = (slot: SlotView) => ask(then, today.event.eventId, pair.european, pair.japanese, [slot]);
      expect([code(await asks(first)), (await asks(second)).status]).toEqual([[409, 'meeting.slot_past'], 201]);
    } finally {
      await then.close();
    }
  }, 60_000);

  it('gives as many working days to answer as the organisers chose', async () => {
    const choose = (answerDays: number) => app.http(scene.organiser).patch(`/api/events/${eventId}`, { answerDays });
    const days: number[] = [];
    for (const answerDays of [1, 2, 5]) {
      expect((await choose(answerDays)).body).toMatchObject({ answerDays });
      const { body } = await app
        .http(european)
        .get<RequestPreview>(`/api/events/${eventId}/meeting-requests/preview?to=${japanese.participantId}`);
      days.push(Date.parse(body.answerBy));
    }
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days).size).toBe(3);
    for (const answerDays of [0, 11, 1.5]) expect(code(await choose(answerDays))).toEqual([400, 'request.invalid']);
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

  it('is possible again once the deadline has passed, before any sweep: what it left is over, and both are told so once', async () => {
    const { requestId } = await asked(0, 1);
    const preview = () =>
      app
        .http(japanese)
        .get<RequestPreview>(`/api/events/${eventId}/meeting-requests/preview?to=${european.participantId}`);
    await pass(requestId);
    expect((await preview()).body.existing).toBeNull();
    // A time that both name is no acceptance any more.
    const again = await ask(app, eventId, japanese, european, slots(1, 2));
    expect(again).toMatchObject({ status: 201, body: { state: 'requested', mine: 'from', meetingId: null } });
    expect(again.body.requestId).not.toBe(requestId);
    expect((await app.http(european).get(path(requestId))).body).toMatchObject({
      state: 'expired',
      history: [{ did: 'requested' }, { by: 'system', did: 'expired' }],
    });
    expect((await preview()).body.existing).toBe(again.body.requestId);
    const told = await app.db.query(
      `SELECT count(*)::int AS times FROM user_event WHERE kind = 'meeting_request.changed' AND ids->>'requestId' = $1
       GROUP BY user_id`,
      [requestId],
    );
    expect(told).toEqual([{ times: 2 }, { times: 2 }]);
  });

  it('back for the same time keeps what the second said and cites', async () => {
    const [mine, theirs] = [await publish(app, european), await publish(app, japanese)];
    const first = await send(european, requestInput(japanese, slots(0), { opportunityIds: [mine.opportunityId] }));
    const opportunityIds = [theirs.opportunityId, mine.opportunityId];
    const back = await send(japanese, requestInput(european, slots(0), { reason: 'Lenses', opportunityIds }));
    expect(back).toMatchObject({
      status: 201,
      body: { requestId: first.body.requestId, state: 'accepted', reason: 'Sensors for small factories' },
    });
    expect(back.body.opportunities.map(({ opportunityId }: { opportunityId: string }) => opportunityId)).toEqual([
      mine.opportunityId,
      theirs.opportunityId,
    ]);
    const { body } = await app.http(european).get(path(first.body.requestId, 'messages'));
    expect(body.messages).toMatchObject([{ text: 'Lenses', mine: false }]);
  });

  it('by both at the moment after a deadline opens one request, or meets', async () => {
    for (const common of [true, false]) {
      const pair = await newPair(app, eventId);
      const { body: late } = await ask(app, eventId, pair.european, pair.japanese, slots(4));
      await pass(late.requestId);
      const answers = await Promise.all([
        ask(app, eventId, pair.european, pair.japanese, slots(0)),
        ask(app, eventId, pair.japanese, pair.european, slots(common ? 0 : 1)),
      ]);
      expect(answers.map(code)).toEqual(
        expect.arrayContaining(
          common
            ? [[201, undefined]]
            : [
                [201, undefined],
                [409, 'meeting_request.duplicate'],
              ],
        ),
      );
      expect(await between(pair)).toEqual(['expired', common ? 'accepted' : 'requested']);
    }
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
    expect(code(await ask(app, eventId, sender!, partners[3]!, slots(0)))).toEqual([
      409,
      'meeting_request.cap_reached',
    ]);
    await pass(sent[5]!.body.requestId);
    expect((await ask(app, eventId, sender!, partners[3]!, slots(0))).status).toBe(201);
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
