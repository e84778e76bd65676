import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView } from '@musubi/contracts';
import {
  code,
  accept,
  after,
  ask,
  crowd,
  manyRequests,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  type TestParticipant,
} from '../../../../test/builders/meetings.js';
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
