import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryPeople, EventView, MyOrganisation, MyRegistration, RegistrationView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import {
  newParticipant,
  organisationInput,
  register,
  registrationInput,
} from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

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

describe('registering', () => {
  it('completes, keeps the name with the account and tells the person', async () => {
    const person = await newPerson(app, 'JP-27');
    expect(await own(person)).toBeNull();
    const name = { ...person.name, givenLatin: 'Aiko', givenLocal: '愛子', givenKana: 'アイコ' };
    const { status, body } = await register(app, event.eventId, person, { name, jobTitle: '事務局長' });
    expect({ status, ...body }).toMatchObject({
      status: 201,
      state: 'complete',
      position: null,
      name,
      directory: 'participants',
    });
    expect(await own(person)).toEqual(body);
    expect((await app.http(person).get('/api/login')).body.me).toMatchObject({ name, lang: 'ja', zone: 'Asia/Tokyo' });
    const { entries } = (await app.http(person).get('/api/me/feed?after=0')).body;
    expect(entries).toMatchObject([
      { kind: 'registration.changed', ids: { registrationId: body.participantId, eventId: event.eventId } },
    ]);
    expect((await app.http(person).get<MyRegistration[]>('/api/me/registrations')).body).toMatchObject([
      { slug: event.slug, state: 'complete', participantId: body.participantId },
    ]);
  });

  it('takes title and department in two languages, and finds the person by either', async () => {
    const { event: small } = await newEvent(app);
    const viewer = await newParticipant(app, small.eventId);
    const person = await newParticipant(app, small.eventId, 'JP-27', {
      ...{ jobTitle: '港湾課長', jobTitleOther: 'Harbour Director' },
      ...{ department: '埠頭部', departmentOther: 'Quay Division' },
    });
    expect(await own(person, small)).toMatchObject({
      jobTitleOther: 'Harbour Director',
      departmentOther: 'Quay Division',
    });
    for (const q of ['港湾課長', 'harbour director', '埠頭部', 'quay division']) {
      const { body } = await app
        .http(viewer)
        .get<DirectoryPeople>(`/api/events/${small.eventId}/directory?lang=en&q=${encodeURIComponent(q)}`);
      expect([q, body.people.map(({ participantId }) => participantId)]).toEqual([q, [person.participantId]]);
    }
  });

  it('takes a reading in any kana, and keeps it in katakana', async () => {
    const person = await newPerson(app, 'JP-27');
    const name = { ...person.name, familyKana: 'たなか', givenKana: 'ｱｲｺ' };
    const organisation = {
      choose: 'new' as const,
      organisation: { ...organisationInput('JP-27'), nameKana: 'おおさかわんがん' },
    };
    const { body } = await register(app, event.eventId, person, { name, organisation });
    expect(body.name).toEqual({ ...name, familyKana: 'タナカ', givenKana: 'アイコ' });
    const { organisationId } = body.organisation;
    expect((await app.http().get(`/api/organisations/${organisationId}`)).body.nameKana).toBe('オオサカワンガン');
    const { body: me } = await app.http(person).patch('/api/me', { name: { ...name, familyKana: 'かんだ' } });
    expect(me.name.familyKana).toBe('カンダ');
  });

  it('makes an organisation and its admin, or asks one that is there; it waits for no answer', async () => {
    const first = await newParticipant(app, event.eventId, 'JP-27');
    const organisation = { choose: 'existing' as const, organisationId: first.organisationId as never };
    const second = await newParticipant(app, event.eventId, 'JP-27', { organisation });
    expect((await own(second))!.state).toBe('complete');
    const placeOf = async (person: TestPerson) => {
      const { body } = await app.http(person).get<MyOrganisation[]>('/api/me/organisations');
      return body.map(({ mine }) => `${mine.role} ${mine.state}`);
    };
    expect([await placeOf(first), await placeOf(second)]).toEqual([['admin active'], ['member requested']]);
  });

  it('asks the organisation once more where it is chosen anew, not where a change leaves it alone', async () => {
    const first = await newParticipant(app, event.eventId, 'JP-27');
    const organisation = { choose: 'existing' as const, organisationId: first.organisationId as never };
    const second = await newParticipant(app, event.eventId, 'JP-27', { organisation });
    const state = async () =>
      (await app.http(second).get<MyOrganisation[]>('/api/me/organisations')).body.map(({ mine }) => mine.state);
    const [{ id }] = await app.db.query('SELECT id FROM affiliation WHERE user_id = $1', [second.userId]);
    await app.http(first).post(`/api/affiliations/${id}/decline`);

    const input = await registrationInput(app, event.eventId, second, { organisation, jobTitle: 'Director' });
    expect((await app.http(second).put(pathOf(event), input)).status).toBe(200);
    expect(await state()).toEqual(['declined']);
    const { event: later } = await newEvent(app);
    expect((await register(app, later.eventId, second, { organisation })).status).toBe(201);
    expect(await state()).toEqual(['requested']);
  });

  it.each([
    [
      'an unknown organisation',
      { choose: 'existing', organisationId: '00000000-0000-4000-8000-000000000000' },
      422,
      'organisation.unknown',
    ],
    [
      'an unknown region',
      { choose: 'new', organisation: { ...organisationInput(), regionCode: 'XX9' } },
      422,
      'organisation.region_unknown',
    ],
  ])('refuses %s and changes nothing', async (_, organisation, status, code) => {
    const person = await newPerson(app);
    expect(await register(app, event.eventId, person, { organisation: organisation as never })).toMatchObject({
      status,
      body: { code },
    });
    expect(await own(person)).toBeNull();
  });

  it('refuses a new organisation whose name its region has already', async () => {
    const organisation = organisationInput('FI1C');
    const choice = { organisation: { choose: 'new' as const, organisation } };
    expect((await register(app, event.eventId, await newPerson(app), choice)).status).toBe(201);
    expect(await register(app, event.eventId, await newPerson(app), choice)).toMatchObject({
      status: 409,
      body: { code: 'organisation.name_taken' },
    });
  });

  it('refuses strangers, unknown fields, wrong types and events that nobody knows', async () => {
    const person = await newPerson(app);
    const input = await registrationInput(app, event.eventId, person);
    const post = (who: TestPerson | null, body: object, path = pathOf(event)) => app.http(who).post(path, body);
    expect((await post(null, input)).status).toBe(401);
    expect(await post(person, { ...input, state: 'complete' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect(await post(person, { ...input, directory: 'everybody' })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'directory' }] },
    });
    expect(await post(person, { ...input, name: { ...input.name, givenLatin: 'A\u0000' } })).toMatchObject({
      body: { issues: [{ path: 'name.givenLatin' }] },
    });
    const inOthers = { ...input.name, givenLatin: 'アイコ', familyKana: '田中' };
    expect(await post(person, { ...input, name: inOthers })).toMatchObject({
      body: { issues: [{ path: 'name.givenLatin' }, { path: 'name.familyKana' }] },
    });
    expect((await post(person, input, '/api/events/00000000-0000-4000-8000-000000000000/registration')).status).toBe(
      404,
    );
    expect((await post(person, input, '/api/events/nonsense/registration')).status).toBe(400);
    const keyless = await app.http(person).post(pathOf(event), input, { headers: { 'idempotency-key': '' } });
    expect(keyless).toMatchObject({ status: 400, body: { code: 'idempotency.key_missing' } });
    expect(await own(person)).toBeNull();
  });

  it('is refused before the opening, after the closing and when the event is cancelled', async () => {
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
    const late = await newEvent(app, { registrationOpensAt: day(-9), registrationClosesAt: day(-2) });
    const early = await newEvent(app, { registrationOpensAt: day(2), registrationClosesAt: day(9) });
    const gone = await newEvent(app);
    await app.http(gone.organiser).post(`/api/events/${gone.event.eventId}/cancel`);
    const codes = await Promise.all(
      [late, early, gone].map(
        async ({ event: { eventId } }) => (await register(app, eventId, await newPerson(app))).body,
      ),
    );
    expect(codes).toMatchObject([
      { code: 'registration.closed' },
      { code: 'event.not_open' },
      { code: 'event.cancelled' },
    ]);
  });

  it('has one result for one key, and refuses the key for another body', async () => {
    const person = await newPerson(app);
    const input = await registrationInput(app, event.eventId, person);
    const key = newKey();
    const post = (body: object) => app.http(person).post(pathOf(event), body, { key });
    const answers = await Promise.all([post(input), post(input), post(input)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.participantId)).size).toBe(1);
    expect(await post({ ...input, jobTitle: 'Somebody else' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
  });

  it('happens once in two tabs', async () => {
    const { event: busy } = await newEvent(app);
    const person = await newPerson(app);
    const { organisationId } = await newParticipant(app, event.eventId);
    const organisation = { choose: 'existing' as const, organisationId: organisationId as never };
    const answers = await Promise.all([1, 2, 3, 4].map(() => register(app, busy.eventId, person, { organisation })));
    expect(
      answers.map(({ status, body }) => `${status} ${body.state ?? (body as never as { code: string }).code}`).sort(),
    ).toEqual(['201 complete', ...Array.from({ length: 3 }, () => '409 registration.exists')]);
    expect(await counts(busy)).toBe(1);
  });
});

describe('changing one’s registration', () => {
  it('replaces what was said, until the event is over', async () => {
    const { event: passing } = await newEvent(app);
    const person = await newParticipant(app, passing.eventId);
    const organisation = { choose: 'existing' as const, organisationId: person.organisationId as never };
    const input = await registrationInput(app, passing.eventId, person, {
      organisation,
      jobTitle: 'Director',
      accessNeeds: 'Captions',
    });
    const put = () => app.http(person).put(pathOf(passing), input);
    expect(await put()).toMatchObject({
      status: 200,
      body: { jobTitle: 'Director', accessNeeds: 'Captions', state: 'complete' },
    });
    expect((await own(person, passing))!.participantId).toBe(person.participantId);
  });

  it('needs a registration of one’s own that is not over', async () => {
    const person = await newPerson(app);
    const input = await registrationInput(app, event.eventId, person);
    expect((await app.http(person).put(pathOf(event), input)).status).toBe(404);
    expect((await app.http(person).put(`${pathOf(event)}/directory`, { directory: 'public' })).status).toBe(404);
    expect((await withdraw(person)).status).toBe(404);
    const { body } = await register(app, event.eventId, person);
    await withdraw(person);
    const again = {
      ...(await registrationInput(app, event.eventId, person)),
      organisation: { choose: 'existing', organisationId: body.organisation.organisationId },
    };
    expect(await app.http(person).put(pathOf(event), again)).toMatchObject({
      status: 409,
      body: { code: 'registration.wrong_state', data: { state: 'withdrawn' } },
    });
  });
});

describe('where the organisers look first', () => {
  it('a registration waits for them, takes no place, and then counts, waits or is turned away with a reason', async () => {
    const { event: looked, organiser: host } = await newEvent(app, { capacity: 1 });
    await app.http(host).put(`${pathOf(looked)}/form`, { approval: true, questions: [] });
    const [one, two, three] = [
      await newParticipant(app, looked.eventId),
      await newParticipant(app, looked.eventId),
      await newParticipant(app, looked.eventId),
    ];
    expect([(await own(one, looked))!.state, await counts(looked)]).toEqual(['pending', undefined]);
    const decide = (who: TestPerson, of: { participantId: string }, decision: string, reason: string | null = null) =>
      app.http(who).post(`/api/registrations/${of.participantId}/${decision}`, { reason });

    const elsewhere = await newOrganiser(app, event.eventId);
    for (const person of [one, elsewhere]) expect((await decide(person, one, 'approve')).status).toBe(404);
    expect((await decide(host, one, 'approve')).body).toMatchObject({ state: 'complete', address: one.address });
    expect((await decide(host, two, 'approve')).body).toMatchObject({ state: 'waitlisted' });
    expect(await decide(host, one, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'registration.wrong_state' },
    });
    expect((await decide(host, three, 'reject', 'Registered twice under two names.')).body).toMatchObject({
      state: 'rejected',
    });
    expect(await own(three, looked)).toMatchObject({
      state: 'rejected',
      rejectedBecause: 'Registered twice under two names.',
    });
    expect((await decide(host, one, 'reject')).body).toMatchObject({ state: 'rejected' });
    expect([(await own(two, looked))!.state, await counts(looked)]).toEqual(['complete', 1]);
  });
});

it('reads my registrations with the same number of queries, however many', async () => {
  const person = await newPerson(app);
  const read = () => app.http(person).get('/api/me/registrations');
  await register(app, event.eventId, person);
  await read();
  const one = await countQueries(app, read);
  for (let n = 0; n < 2; n++) await register(app, (await newEvent(app)).event.eventId, person);
  expect((await read()).body).toHaveLength(3);
  expect(await countQueries(app, read)).toBe(one);
});
