import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, RegistrationView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant, organisationInput, register } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Organisations } from '../../organisations/index.js';

let app: TestApp;
let event: EventView;
beforeAll(async () => {
  app = await startApp();
  ({ event } = await newEvent(app));
});
afterAll(() => app.close());

const pathOf = ({ eventId }: EventView) => `/api/events/${eventId}/registration`;
const own = async (person: TestPerson, of = event) =>
  (await app.http(person).get<RegistrationView | null>(pathOf(of))).body;
const withdraw = (person: TestPerson, of = event) => app.http(person).post<RegistrationView>(`${pathOf(of)}/withdraw`);
const counts = async (of: EventView) =>
  (await app.db.query('SELECT taken FROM event_capacity WHERE event_id = $1', [of.eventId]))[0]?.taken;
const states = async (of: EventView) => {
  const rows = await app.db.query(
    'SELECT state, count(*)::int AS n FROM registration WHERE event_id = $1 GROUP BY state ORDER BY state',
    [of.eventId],
  );
  return Object.fromEntries(rows.map(({ state, n }: { state: string; n: number }) => [state, n]));
};

describe('withdrawing', () => {
  it('frees the place once, and one may register again', async () => {
    const { event: open } = await newEvent(app);
    const person = await newParticipant(app, open.eventId);
    const answers = await Promise.all([withdraw(person, open), withdraw(person, open)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await own(person, open))!.state).toBe('withdrawn');
    expect(await counts(open)).toBe(0);
    const organisation = { choose: 'existing' as const, organisationId: person.organisationId as never };
    const again = await register(app, open.eventId, person, { organisation });
    expect(again).toMatchObject({ status: 201, body: { state: 'complete' } });
    expect(again.body.participantId).not.toBe(person.participantId);
    expect((await own(person, open))!.participantId).toBe(again.body.participantId);
    expect((await app.http(person).get('/api/me/registrations')).body).toHaveLength(1);
  });

  it('gives the place to the first who waits, and tells them', async () => {
    const { event: small } = await newEvent(app, { capacity: 1 });
    const [inside, second, third] = [
      await newParticipant(app, small.eventId),
      await newParticipant(app, small.eventId),
      await newParticipant(app, small.eventId),
    ];
    expect([await own(inside, small), await own(second, small), await own(third, small)]).toMatchObject([
      { state: 'complete', position: null },
      { state: 'waitlisted', position: 1 },
      { state: 'waitlisted', position: 2 },
    ]);
    const { cursor } = (await app.http(second).get('/api/me/feed?after=0')).body;
    await withdraw(inside, small);
    expect([await own(second, small), await own(third, small)]).toMatchObject([
      { state: 'complete', position: null },
      { state: 'waitlisted', position: 1 },
    ]);
    expect((await app.http(second).get(`/api/me/feed?after=${cursor}`)).body.entries).toMatchObject([
      { kind: 'registration.changed' },
    ]);
    expect(await counts(small)).toBe(1);
  });

  it('by somebody who waits moves the others up', async () => {
    const { event: small } = await newEvent(app, { capacity: 1 });
    await newParticipant(app, small.eventId);
    const [second, third] = [await newParticipant(app, small.eventId), await newParticipant(app, small.eventId)];
    await withdraw(second, small);
    expect(await own(third, small)).toMatchObject({ state: 'waitlisted', position: 1 });
    expect(await counts(small)).toBe(1);
  });
});

describe('places', () => {
  it('are given to exactly as many as there are, however many come at once', async () => {
    const { event: rush } = await newEvent(app, { capacity: 10 });
    const organisations = app.app.get(Organisations);
    const organisationId = await app.transactions.run((tx) => organisations.create(tx, organisationInput()));
    const people = await Promise.all(Array.from({ length: 50 }, () => newPerson(app)));
    const organisation = { choose: 'existing' as const, organisationId: organisationId as never };
    const answers = await Promise.all(people.map((person) => register(app, rush.eventId, person, { organisation })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await states(rush)).toEqual({ complete: 10, waitlisted: 40 });
    expect(await counts(rush)).toBe(10);
    const waiting = await Promise.all(
      people
        .filter((_, i) => answers[i]!.body.state === 'waitlisted')
        .map(async (person) => (await own(person, rush))!.position),
    );
    expect(waiting.sort((a, b) => a! - b!)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));

    const inside = people.filter((_, i) => answers[i]!.body.state === 'complete');
    await Promise.all(inside.slice(0, 6).map((person) => withdraw(person, rush)));
    expect(await states(rush)).toEqual({ complete: 10, waitlisted: 34, withdrawn: 6 });
    expect(await counts(rush)).toBe(10);
  }, 60_000);

  it('that the organisers add go to those who wait', async () => {
    const { event: small, organiser: host } = await newEvent(app, { capacity: 1 });
    for (let n = 0; n < 4; n++) await newParticipant(app, small.eventId);
    await app.http(host).patch(`/api/events/${small.eventId}`, { capacity: 3 });
    expect(await states(small)).toEqual({ complete: 3, waitlisted: 1 });
    await app.http(host).patch(`/api/events/${small.eventId}`, { capacity: 2 });
    expect(await states(small)).toEqual({ complete: 3, waitlisted: 1 });
    expect(await counts(small)).toBe(3);
  });

  it('are told when few are left', async () => {
    const { event: small } = await newEvent(app, { capacity: 2 });
    const left = async () => (await app.http().get(`${pathOf(small)}/form`)).body.placesLeft;
    expect(await left()).toBe(2);
    await newParticipant(app, small.eventId);
    expect(await left()).toBe(1);
    expect((await app.http().get(`${pathOf(event)}/form`)).body.placesLeft).toBeNull();
  });
});
