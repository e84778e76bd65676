import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView } from '@musubi/contracts';
import { type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import {
  accept,
  ask,
  deadlocks,
  doubleBookings,
  type MeetingEvent,
  newMeetingEvent,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let first: Delegate;
let second: Delegate;
let backup: Delegate;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  [first, second, backup] = (await newDelegation(app, eventId, { size: 3, parts: { 2: 'backup' } })) as [
    Delegate,
    Delegate,
    Delegate,
  ];
});

describe('what is open with somebody who leaves', () => {
  const withdraw = (person: Delegate) => app.http(person).post(`/api/events/${eventId}/registration/withdraw`);
  const endAffiliation = async (person: Delegate) => {
    const { body } = await app.http(person).get('/api/me/organisations');
    const [mine] = body as { mine: { affiliationId: string } }[];
    await app.http(person).post(`/api/affiliations/${mine!.mine.affiliationId}/end`);
  };
  /** To whom letters went since the last look. */
  const letters = async () => {
    await app.jobs.drain();
    await app.db.query('DELETE FROM captured_mail');
    return async () => {
      await app.jobs.drain();
      const rows = (await app.db.query('SELECT to_address AS address FROM captured_mail')) as { address: string }[];
      return rows.map(({ address }) => address);
    };
  };
  const seen = async (requestId: string, person: Delegate) =>
    (await app.http(person).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`)).body;
  const asker = async () => newParticipant(app, eventId, 'DE1');

  it.each([
    ['the event', withdraw],
    ['the organisation', endAffiliation],
  ])('%s goes to a colleague of the pool, whichever side asked, and is answered there', async (_, leave) => {
    const other = await asker();
    const [lone] = (await newDelegation(app, eventId, { size: 1 })) as [Delegate];
    const came = (await ask(app, eventId, other, second, [scene.slots[1]!])).body;
    const went = (await ask(app, eventId, second, lone, [scene.slots[2]!])).body;
    const look = await letters();
    await leave(second);
    expect(await seen(came.requestId, other)).toMatchObject({
      state: 'requested',
      turn: 'to',
      to: { participantId: first.participantId },
    });
    expect(await seen(went.requestId, lone)).toMatchObject({ state: 'requested', from: { userId: first.userId } });
    expect([(await seen(came.requestId, other)).standIns, (await seen(went.requestId, lone)).standIns]).toMatchObject([
      [{ side: 'to', from: came.to.name }],
      [{ side: 'from', from: went.from.name }],
    ]);
    expect((await app.http(second).get(`/api/meeting-requests/${came.requestId}`)).status).toBe(404);
    expect(await look()).toContain(first.address);
    const booked = await accept(app, first, came.requestId, scene.slots[1]!);
    expect([booked.status, booked.body.me]).toEqual([201, first.participantId]);
    expect((await accept(app, lone, went.requestId, scene.slots[2]!)).status).toBe(201);
    expect(await doubleBookings(app)).toBe(0);
  });

  it('names who answers there in the other’s place', async () => {
    const other = await asker();
    const { requestId } = (await ask(app, eventId, other, second, [scene.slots[1]!])).body;
    await withdraw(second);
    const { to } = await seen(requestId, other);
    expect(to.participantId).toBe(first.participantId);
    const no = { reason: 'no-time', note: null };
    expect((await app.http(backup).post(`/api/meeting-requests/${requestId}/decline`, no)).status).toBe(200);
    expect((await seen(requestId, other)).history.map(({ did, voice }) => [did, voice?.for ?? null])).toEqual([
      ['requested', null],
      ['declined', to.name],
    ]);
  });

  it('goes to another who has to come where all come together', async () => {
    await app.http(first).put(`/api/events/${eventId}/delegation`, {
      mode: 'everyone',
      parts: [{ participantId: backup.participantId, part: 'backup' }],
    });
    const { requestId } = (await ask(app, eventId, await asker(), second, [scene.slots[1]!])).body;
    await withdraw(second);
    expect((await seen(requestId, first)).to.participantId).toBe(first.participantId);
  });

  it('closes where nobody can take it: of one’s own, with the same partner, or blocked', async () => {
    const other = await asker();
    await ask(app, eventId, other, first, [scene.slots[1]!]);
    const { requestId } = (await ask(app, eventId, other, second, [scene.slots[2]!])).body;
    await app.http(other).put(`/api/me/blocks/${backup.userId}`);
    await withdraw(second);
    expect((await seen(requestId, other)).state).toBe('unavailable');
    const [alone, colleague] = (await newDelegation(app, eventId, { mode: 'own' })) as [Delegate, Delegate];
    const own = (await ask(app, eventId, other, colleague, [scene.slots[2]!])).body;
    await withdraw(colleague);
    expect([(await seen(own.requestId, other)).state, alone.userId === colleague.userId]).toEqual([
      'unavailable',
      false,
    ]);
  });

  it('and an answer at the same instant leave one truth: the meeting stands, or the request goes on', async () => {
    for (const slot of scene.slots.slice(1, 5)) {
      const [one, two] = (await newDelegation(app, eventId)) as [Delegate, Delegate];
      const other = await asker();
      const { requestId } = (await ask(app, eventId, other, two, [slot])).body;
      const answers = await Promise.all([accept(app, one, requestId, slot), withdraw(two)]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      const { state, to } = await seen(requestId, other);
      expect(['accepted', 'requested']).toContain(state);
      if (state === 'requested') expect(to.participantId).toBe(one.participantId);
    }
    expect([await doubleBookings(app), await deadlocks(app)]).toEqual([0, 0]);
  });
});
