import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BlockedPerson, EventView, ParticipantView, Participation, PersonRow } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { type FactOf, Facts } from '../../../platform/index.js';
import { Participants } from '../index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let path: string;
beforeEach(async () => {
  ({ event, organiser } = await newEvent(app));
  path = `/api/events/${event.eventId}`;
});

const look = (who: TestPerson | null, at: { participantId: string }) =>
  app.http(who).get<ParticipantView>(`${path}/participants/${at.participantId}`);

describe('somebody who takes part', () => {
  it('is shown to people who take part, if they agreed to be found', async () => {
    const [viewer, open, secret, publicly] = await Promise.all([
      newParticipant(app, event.eventId),
      newParticipant(app, event.eventId, 'JP-27', { jobTitle: 'Director', jobTitleOther: '課長' }),
      newParticipant(app, event.eventId, 'DE1', { directory: 'nobody' }),
      newParticipant(app, event.eventId, 'DE1', { directory: 'public' }),
    ]);
    expect((await look(viewer, open)).body).toEqual({
      participantId: open.participantId,
      userId: open.userId,
      name: open.name,
      jobTitle: 'Director',
      department: null,
      jobTitleOther: '課長',
      departmentOther: null,
      workingLanguages: ['en'],
      zone: 'Asia/Tokyo',
      organisation: expect.objectContaining({ organisationId: open.organisationId, side: 'jp' }),
      opportunities: [],
    });
    const seen = await Promise.all([open, secret, publicly].map((one) => look(viewer, one)));
    expect(seen.map(({ status }) => status)).toEqual([200, 404, 200]);
    expect((await look(secret, secret)).status).toBe(200);
    expect((await look(secret, viewer)).status).toBe(200);
    const stranger = await newPerson(app);
    expect(await look(stranger, open)).toMatchObject({ status: 403, body: { code: 'registration.required' } });
    const { event: elsewhere } = await newEvent(app);
    const guest = await newParticipant(app, elsewhere.eventId);
    expect(
      (await app.http(guest).get(`/api/events/${elsewhere.eventId}/participants/${open.participantId}`)).status,
    ).toBe(404);
  });
});

describe('who takes part', () => {
  it('is read with the same number of queries, however long', async () => {
    await newParticipant(app, event.eventId);
    const reads = [() => app.http(organiser).get(`${path}/people`), () => app.http().get(`${path}/participation`)];
    const count = async () => {
      const sent: number[] = [];
      for (const read of reads) {
        await read();
        sent.push(await countQueries(app, read));
      }
      return sent;
    };
    const one = await count();
    await newParticipant(app, event.eventId);
    await newParticipant(app, event.eventId);
    expect(await count()).toEqual(one);
  });
});

describe('a block between two people', () => {
  const block = (by: TestPerson, { userId }: { userId: string }) => app.http(by).put(`/api/me/blocks/${userId}`);

  it('hides each from the other, is told once, and can be taken back', async () => {
    const told: FactOf<'person.blocked'>[] = [];
    app.app.get(Facts).on('person.blocked', async (fact) => void told.push(fact));
    const [one, other] = [await newParticipant(app, event.eventId), await newParticipant(app, event.eventId)];
    const seen = async () => [(await look(one, other)).status, (await look(other, one)).status];
    expect(await seen()).toEqual([200, 200]);
    expect((await block(one, other)).status).toBe(204);
    expect((await block(one, other)).status).toBe(204);
    expect(told).toEqual([{ name: 'person.blocked', byUserId: one.userId, userId: other.userId }]);
    expect(await seen()).toEqual([404, 404]);

    // Only who set it takes it back.
    await app.http(other).delete(`/api/me/blocks/${one.userId}`);
    expect(await seen()).toEqual([404, 404]);
    expect((await app.http(one).delete(`/api/me/blocks/${other.userId}`)).status).toBe(204);
    expect(await seen()).toEqual([200, 200]);
  });

  it('is known to the one who set it alone', async () => {
    const [one, other] = [await newParticipant(app, event.eventId), await newParticipant(app, event.eventId)];
    await block(one, other);
    const blocked = async (who: TestPerson) => (await app.http(who).get<BlockedPerson[]>('/api/me/blocks')).body;
    expect(await blocked(one)).toEqual([{ userId: other.userId, name: other.name, at: expect.any(String) }]);
    expect(await blocked(other)).toEqual([]);
  });

  it('needs somebody else who exists', async () => {
    const person = await newPerson(app);
    expect((await block(person, person)).status).toBe(404);
    expect((await block(person, { userId: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
    expect((await app.http().put(`/api/me/blocks/${person.userId}`)).status).toBe(401);
  });
});

describe('how many take part', () => {
  it('is public by region, and withheld under five', async () => {
    await Promise.all([
      ...Array.from({ length: 5 }, () => newParticipant(app, event.eventId, 'JP-27', { directory: 'nobody' })),
      ...Array.from({ length: 4 }, () => newParticipant(app, event.eventId, 'DE1')),
      newParticipant(app, event.eventId, 'ITC4'),
    ]);
    expect((await app.http().get<Participation>(`${path}/participation`)).body).toEqual({
      organisations: 10,
      eu: [
        { regionCode: 'DE1', people: null },
        { regionCode: 'ITC4', people: null },
      ],
      jp: [{ regionCode: 'JP-27', people: 5 }],
    });
  });
});

describe('the organisers’ list', () => {
  it('holds everybody with address, state and needs, for organisers of this event alone', async () => {
    const person = await newParticipant(app, event.eventId, 'JP-27', { directory: 'nobody', accessNeeds: '字幕' });
    const { body } = await app.http(organiser).get<PersonRow[]>(`${path}/people`);
    expect(body).toMatchObject([
      {
        participantId: person.participantId,
        address: person.address,
        state: 'complete',
        directory: 'nobody',
        accessNeeds: '字幕',
      },
    ]);
    const elsewhere = await newOrganiser(app, (await newEvent(app)).event.eventId);
    for (const who of [person, elsewhere]) expect((await app.http(who).get(`${path}/people`)).status).toBe(404);
    expect((await app.http().get(`${path}/people`)).status).toBe(401);
  });
});

it('watching an event’s board is for its participants and organisers', async () => {
  const participant = await newParticipant(app, event.eventId);
  const waiting = await newPerson(app);
  const watch = async (person: TestPerson) => {
    const socket = app.socket(person).connect();
    try {
      return await new Promise((answer) =>
        socket.emit('topic.watch', `event:${event.eventId}`, ({ ok }) => answer(ok)),
      );
    } finally {
      socket.disconnect();
    }
  };
  expect([await watch(participant), await watch(organiser), await watch(waiting)]).toEqual([true, true, false]);
});

it('knows participants for other modules', async () => {
  const person = await newParticipant(app, event.eventId, 'JP-27');
  const participants = app.app.get(Participants);
  const known = expect.objectContaining({
    participantId: person.participantId,
    userId: person.userId,
    eventId: event.eventId,
  });
  expect(await participants.get(person.participantId)).toEqual(known);
  expect(await participants.require(person, event.eventId)).toEqual(known);
  expect(await participants.ofEvent(event.eventId)).toEqual([known]);
  expect(await participants.userIdsOf([person.participantId])).toEqual(
    new Map([[person.participantId, person.userId]]),
  );
  const stranger = await newPerson(app);
  await expect(participants.require(stranger, event.eventId)).rejects.toThrow('registration.required');
});
