import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedPage, OpportunityInput, OpportunityView, OrganisationId } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newOrganisation, requestPlace } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { profilePath, publishProfile } from '../../../../test/builders/profiles/profiles.js';
import { register } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { Opportunities } from '../index.js';
import { openAtMost } from './opportunity.rules.js';

let app: TestApp;
let eventId: string;
beforeAll(async () => {
  app = await startApp();
  ({ eventId } = (await newEvent(app)).event);
});
afterAll(() => app.close());

const input: OpportunityInput = {
  kind: 'offer',
  title: { en: 'Electrolyser test capacity, 5–50 kW', ja: '水電解試験設備の提供', original: 'en' },
  summary: { en: 'Eleven member firms can lend test benches by the day from April on.', ja: null, original: 'en' },
  dimension: 'innovation',
  topic: 'research',
  form: 'one-to-one',
  targetRegions: ['JP-27'],
  thirdCountries: [],
  stage: 'ready',
  novelty: 'new',
  agreementId: null,
  agreementName: null,
  frameworks: [],
  deadline: null,
};

let person: TestPerson;
let colleague: TestPerson;
let stranger: TestPerson;
let organisationId: string;
let list: string;

beforeEach(async () => {
  [person, colleague, stranger] = [await newPerson(app), await newPerson(app), await newPerson(app)];
  organisationId = await newOrganisation(app, person, colleague);
  list = `/api/organisations/${organisationId}/opportunities`;
  // The stranger meets them there.
  await register(app, eventId, person, {
    organisation: { choose: 'existing', organisationId: organisationId as OrganisationId },
  });
  await register(app, eventId, stranger);
});

const draft = async (given: Partial<OpportunityInput> = {}) =>
  (await app.http(person).post<OpportunityView>(list, { ...input, ...given })).body;
const titles = async (who: TestPerson) =>
  (await app.http(who).get<OpportunityView[]>(list)).body.map(({ title, state }) => `${title.en}: ${state}`);
const command = (who: TestPerson, { opportunityId }: OpportunityView, name: string) =>
  app.http(who).post(`/api/opportunities/${opportunityId}/${name}`);

describe('from draft to published', () => {
  it('is the organisation’s own until it is published, then everybody’s who meets them', async () => {
    const drafted = await draft();
    expect(drafted).toMatchObject({ ...input, organisationId, state: 'draft', publishedAt: null, expiresAt: null });
    expect(await titles(colleague)).toEqual(['Electrolyser test capacity, 5–50 kW: draft']);
    expect(await titles(stranger)).toEqual([]);
    expect((await app.http().get(list)).status).toBe(401);

    const { status, body } = await command(colleague, drafted, 'publish');
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'published' });
    expect(Date.parse(body.expiresAt) - Date.parse(body.publishedAt)).toBeGreaterThan(364 * 86_400_000);
    expect(await titles(stranger)).toEqual(['Electrolyser test capacity, 5–50 kW: published']);
  });

  it('is not shown to who meets them nowhere, before their page is everybody’s', async () => {
    await command(person, await draft(), 'publish');
    const [outsider, organiser] = [await newPerson(app), await newOrganiser(app)];
    const seen = async () => [await titles(outsider), await titles(organiser)];
    const published = ['Electrolyser test capacity, 5–50 kW: published'];
    expect(await seen()).toEqual([[], published]);
    const its = { ...person, organisationId };
    await publishProfile(app, its, organiser);
    expect(await seen()).toEqual([published, published]);
    await app.http(person).post(`${profilePath(its)}/withdraw`);
    expect(await seen()).toEqual([[], published]);
    await app.http(stranger).put(`/api/me/blocks/${person.userId}`);
    expect(await titles(stranger)).toEqual([]);
  });

  it('says everything that is missing, and changes nothing', async () => {
    const poor = await draft({ summary: { en: 'Ask us.', ja: null, original: 'en' }, topic: 'seniors' });
    expect(await command(person, poor, 'publish')).toMatchObject({
      status: 422,
      body: { code: 'opportunity.incomplete', data: { missing: ['summary', 'topic'] } },
    });
    expect(await titles(person)).toEqual(['Electrolyser test capacity, 5–50 kW: draft']);
  });

  it('has one result however often the button is pressed', async () => {
    const drafted = await draft();
    const answers = await Promise.all([1, 2, 3].map(() => command(person, drafted, 'publish')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.publishedAt}`)).size).toBe(1);
  });

  it('rests archived until somebody takes it up again, as a draft', async () => {
    const drafted = await draft();
    await command(person, drafted, 'publish');
    expect(await command(person, drafted, 'archive')).toMatchObject({ status: 200, body: { state: 'archived' } });
    expect(await command(person, drafted, 'archive')).toMatchObject({ status: 200, body: { state: 'archived' } });
    expect(await titles(stranger)).toEqual([]);
    const refused = { status: 409, body: { code: 'opportunity.wrong_state' } };
    expect(await command(person, drafted, 'publish')).toMatchObject(refused);
    expect(await app.http(person).put(`/api/opportunities/${drafted.opportunityId}`, input)).toMatchObject(refused);
    expect((await command(person, drafted, 'restore')).body.state).toBe('draft');
    expect((await command(person, drafted, 'publish')).body.state).toBe('published');
    expect((await command(person, drafted, 'withdraw')).body.state).toBe('draft');
    expect(await titles(stranger)).toEqual([]);
  });

  it('is not written over by who read an older text', async () => {
    const { opportunityId } = await draft();
    const put = (version: number, stage: string) =>
      app.http(person).put(`/api/opportunities/${opportunityId}`, { ...input, stage, version });
    const both = await Promise.all([put(1, 'idea'), put(1, 'running')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'opportunity.changed',
      data: { version: 2 },
    });
  });

  it('stays published through a change, unless the change leaves a gap', async () => {
    const { opportunityId } = await draft();
    const edit = (given: Partial<OpportunityInput>) =>
      app.http(person).put(`/api/opportunities/${opportunityId}`, { ...input, ...given });
    await app.http(person).post(`/api/opportunities/${opportunityId}/publish`);
    expect(await edit({ stage: 'running' })).toMatchObject({
      status: 200,
      body: { state: 'published', stage: 'running' },
    });
    expect(await edit({ topic: 'seniors' })).toMatchObject({ status: 422, body: { data: { missing: ['topic'] } } });
    expect((await app.http(stranger).get(list)).body).toMatchObject([{ topic: 'research', stage: 'running' }]);
  });

  it('tells the organisation’s people, and nobody else', async () => {
    await draft();
    const kinds = async (who: TestPerson) =>
      (await app.http(who).get<FeedPage>('/api/me/feed?after=0')).body.entries
        .map(({ kind, ids }) => ({ kind, ids }))
        .filter(({ kind }) => kind.startsWith('opportunity.'));
    const told = [{ kind: 'opportunity.changed', ids: { organisationId } }];
    expect(await kinds(person)).toEqual(told);
    expect(await kinds(colleague)).toEqual(told);
    expect(await kinds(stranger)).toEqual([]);
  });
});

describe('where the instance reviews', () => {
  beforeEach(() => app.db.query('UPDATE opportunity_review SET required = true'));
  afterAll(() => app.db.query('UPDATE opportunity_review SET required = false'));

  const review = async (who: TestPerson, { opportunityId }: OpportunityView, name: string, body: object) =>
    app.http(who).post(`/api/organise/opportunities/${opportunityId}/${name}`, body);

  it('people hand in and staff publish; a change is read again, and what was read stays public meanwhile', async () => {
    const organiser = await newOrganiser(app);
    const drafted = await draft();
    expect((await command(person, drafted, 'publish')).body.state).toBe('submitted');
    expect(await titles(stranger)).toEqual([]);
    expect(await review(organiser, drafted, 'approve', { version: 1 })).toMatchObject({
      status: 200,
      body: { state: 'published', version: 1 },
    });

    const edited = await app
      .http(person)
      .put(`/api/opportunities/${drafted.opportunityId}`, { ...input, stage: 'idea' });
    expect(edited.body).toMatchObject({
      state: 'published',
      stage: 'ready',
      version: 2,
      revision: { state: 'draft', content: { ...input, stage: 'idea' } },
    });
    await command(person, drafted, 'publish');
    const read = async (who: TestPerson) =>
      (await app.http(who).get<OpportunityView[]>(list)).body.map(({ state, stage, revision }) => ({
        state,
        stage,
        revision: revision && `${revision.state}: ${revision.content.stage}`,
      }));
    expect(await read(colleague)).toEqual([{ state: 'published', stage: 'ready', revision: 'submitted: idea' }]);
    expect(await read(stranger)).toEqual([{ state: 'published', stage: 'ready', revision: null }]);
    await review(organiser, drafted, 'approve', { version: 2 });
    expect(await read(stranger)).toEqual([{ state: 'published', stage: 'idea', revision: null }]);
  });

  it('what is sent back says why to its people, and to nobody else', async () => {
    const organiser = await newOrganiser(app);
    const drafted = await draft();
    await command(person, drafted, 'publish');
    const because = 'Please name the months in which the benches are free.';
    expect((await review(organiser, drafted, 'send-back', { version: 1, because })).body.state).toBe('draft');
    expect((await app.http(colleague).get<OpportunityView[]>(list)).body[0]!.sentBack).toMatchObject({ because });
    await command(person, drafted, 'publish');
    await review(organiser, drafted, 'approve', { version: 1 });
    expect((await app.http(stranger).get<OpportunityView[]>(list)).body[0]!.sentBack).toBeNull();
  });

  it('nobody approves a text that they have not read, and no participant approves anything', async () => {
    const organiser = await newOrganiser(app);
    const drafted = await draft();
    await command(person, drafted, 'publish');
    await app.http(person).put(`/api/opportunities/${drafted.opportunityId}`, { ...input, stage: 'idea' });
    expect(await review(organiser, drafted, 'approve', { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'opportunity.changed', data: { version: 2 } },
    });
    for (const who of [person, colleague, stranger]) {
      for (const [name, body] of [
        ['approve', { version: 2 }],
        ['send-back', { version: 2, because: 'No.' }],
      ] as const) {
        expect((await review(who, drafted, name, body)).status).toBe(404);
      }
    }
    expect(await titles(person)).toEqual(['Electrolyser test capacity, 5–50 kW: submitted']);
  });
});

describe('what is not theirs', () => {
  const setPlace = (state: 'active' | 'ended', by: { query: typeof app.db.query } = app.db) =>
    by.query(
      `UPDATE affiliation SET state = $2, ended_at = CASE WHEN $2 = 'ended' THEN domain_now() END WHERE user_id = $1`,
      [colleague.userId, state],
    );
  const waitingForALock = async () => {
    const [row] = await app.db.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row.n > 0;
  };

  it('nobody writes for an organisation they do not belong to', async () => {
    expect(await app.http(stranger).post(list, input)).toMatchObject({
      status: 403,
      body: { code: 'affiliation.required' },
    });
    expect((await app.http().post(list, input)).status).toBe(401);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await app.http(person).post(`/api/organisations/${unknown}/opportunities`, input)).status).toBe(404);
  });

  it('nor for one that has not approved them; they read what is published', async () => {
    const requestId = await requestPlace(app, stranger.userId, organisationId);
    const refused = { status: 403, body: { code: 'affiliation.required' } };
    const drafted = await draft();
    expect(await app.http(stranger).post(list, input)).toMatchObject(refused);
    expect((await command(stranger, drafted, 'publish')).status).toBe(404);
    expect(await titles(stranger)).toEqual([]);
    await command(person, drafted, 'publish');
    expect(await titles(stranger)).toEqual(['Electrolyser test capacity, 5–50 kW: published']);

    await app.http(person).post(`/api/affiliations/${requestId}/approve`);
    expect((await app.http(stranger).post(list, input)).status).toBe(201);
    await app.db.query(`UPDATE affiliation SET state = 'ended', ended_at = domain_now() WHERE id = $1`, [requestId]);
    expect(await app.http(stranger).post(list, input)).toMatchObject(refused);
  });

  it('nor for one they are leaving at this moment', async () => {
    const drafted = await draft();
    const writes: [() => Promise<{ status: number; body: { code?: string } }>, string][] = [
      [() => app.http(colleague).post(list, input), 'affiliation.required'],
      [() => app.http(colleague).put(`/api/opportunities/${drafted.opportunityId}`, input), 'not_found'],
      [() => command(colleague, drafted, 'publish'), 'not_found'],
      [() => command(colleague, drafted, 'archive'), 'not_found'],
    ];
    for (const [write, code] of writes) {
      await setPlace('active');
      const leaving = app.db.createQueryRunner();
      await leaving.startTransaction();
      await setPlace('ended', leaving);
      let answered = false;
      const answer = write().finally(() => (answered = true));
      await until(async () => answered || (await waitingForALock()));
      await leaving.commitTransaction();
      await leaving.release();
      expect((await answer).body.code).toBe(code);
    }
    expect(await titles(person)).toEqual([`${input.title.en}: draft`]);
  });

  it('somebody else’s opportunity is not found, published or not', async () => {
    const drafted = await draft();
    const missed = { status: 404, body: { code: 'not_found' } };
    const put = () => app.http(stranger).put(`/api/opportunities/${drafted.opportunityId}`, input);
    expect(await put()).toMatchObject(missed);
    for (const name of ['publish', 'archive', 'withdraw', 'renew', 'restore'])
      expect(await command(stranger, drafted, name)).toMatchObject(missed);
    await command(person, drafted, 'publish');
    expect(await put()).toMatchObject(missed);
    expect(await titles(person)).toEqual(['Electrolyser test capacity, 5–50 kW: published']);
  });

  it('a body that does not fit is refused with what is wrong', async () => {
    const refused = async (body: object) => (await app.http(person).post(list, body)).body;
    expect(await refused({ ...input, dimension: 'space' })).toMatchObject({
      code: 'request.invalid',
      issues: [{ path: 'dimension' }],
    });
    expect(await refused({ ...input, verified: true })).toMatchObject({ code: 'request.invalid' });
    expect(await refused({ ...input, title: { en: null, ja: '題', original: 'en' } })).toMatchObject({
      issues: [{ path: 'title.original' }],
    });
  });
});

describe('when its time is over', () => {
  it('is hidden at once, swept to expired, and may be published again', async () => {
    const soon = await draft({ deadline: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) });
    const later = await draft({ title: { en: 'Another', ja: null, original: 'en' } });
    for (const one of [soon, later]) await command(person, one, 'publish');
    await app.jumpTo(new Date(Date.now() + 10 * 86_400_000));
    expect(await titles(stranger)).toEqual(['Another: published']);

    await app.jobs.runSweeps();
    expect(await titles(person)).toEqual(['Another: published', 'Electrolyser test capacity, 5–50 kW: expired']);
    expect(await app.jobs.runSweeps()).toBe(0);
    expect(await command(person, soon, 'publish')).toMatchObject({
      status: 422,
      body: { data: { missing: ['deadline'] } },
    });
    await app.http(person).put(`/api/opportunities/${soon.opportunityId}`, input);
    expect((await command(person, soon, 'publish')).body.state).toBe('published');
  });
});

it('reads a list with the same number of queries, however long', async () => {
  const reader = await newPerson(app);
  const read = () => app.http(reader).get(list);
  await command(person, await draft(), 'publish');
  await read();
  const one = await countQueries(app, read);
  for (const n of [2, 3])
    await command(person, await draft({ title: { en: `No. ${n}`, ja: null, original: 'en' } }), 'publish');
  expect(await countQueries(app, read)).toBe(one);

  const ids = [organisationId, await newOrganisation(app), await newOrganisation(app)];
  const surface = app.app.get(Opportunities);
  expect(await countQueries(app, () => surface.publishedOf(ids))).toBe(1);
  expect((await surface.publishedOf(ids)).get(organisationId)).toHaveLength(3);
});

describe('an organisation', () => {
  it('has so many and no more beside its archive, also at once; what is archived makes room', async () => {
    const [first] = [await draft(), ...(await inTurn(openAtMost - 2, () => draft()))];
    const add = async () => {
      const { status, body } = await app.http(person).post(list, input);
      return status === 201 ? 'added' : body.code;
    };
    const answers = await Promise.all([1, 2, 3, 4].map(add));
    expect(answers.sort()).toEqual(['added', ...Array<string>(3).fill('opportunity.too_many')]);
    expect((await command(person, first, 'archive')).status).toBe(200);
    expect(await add()).toBe('added');
    expect(await command(person, first, 'restore')).toMatchObject({
      status: 409,
      body: { code: 'opportunity.too_many', data: { atMost: openAtMost } },
    });
    expect(await titles(person)).toHaveLength(openAtMost + 1);
  }, 60_000);
});

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < times; n += 1) done.push(await work());
  return done;
}

describe('what goes with form and novelty', () => {
  const abroad = {
    ...({ form: 'one-plus-one', thirdCountries: ['VN', 'KE'], novelty: 'expands' } as const),
    ...({ agreementName: 'Sister ports since 2009', frameworks: ['connectivity', 'epa'] } as const),
  };

  it('is kept, shown and changed', async () => {
    const drafted = await draft({ ...abroad, frameworks: [...abroad.frameworks], thirdCountries: ['VN', 'KE'] });
    expect(drafted).toMatchObject(abroad);
    await command(person, drafted, 'publish');
    expect((await app.http(colleague).get<OpportunityView[]>(list)).body).toMatchObject([abroad]);
    await app.db.query(`UPDATE organisation SET region_code = 'ES21' WHERE id = $1`, [organisationId]);
    expect(await draft({ novelty: 'expands', agreementId: 'A04' })).toMatchObject({ agreementId: 'A04' });
  });

  it('is nothing where a client of before does not say it', async () => {
    const { thirdCountries, agreementId, agreementName, frameworks, ...older } = input;
    const { status, body } = await app.http(person).post(list, older);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { thirdCountries, agreementId, agreementName, frameworks },
    });
  });

  it('is refused where it does not fit, and nothing is changed', async () => {
    const misfits = [
      { thirdCountries: ['VN'] },
      { agreementName: 'Sister ports' },
      { novelty: 'expands', agreementId: 'A99' },
    ];
    const { opportunityId } = await draft();
    for (const given of misfits) {
      const refused = { status: 422, body: { code: 'opportunity.does_not_fit' } };
      expect(await app.http(person).post(list, { ...input, ...given })).toMatchObject(refused);
      expect(await app.http(person).put(`/api/opportunities/${opportunityId}`, { ...input, ...given })).toMatchObject(
        refused,
      );
    }
    for (const given of [{ frameworks: ['nato'] }, { form: 'one-plus-one', thirdCountries: ['Vietnam'] }]) {
      expect(await app.http(person).post(list, { ...input, ...given })).toMatchObject({ status: 400 });
    }
    expect((await app.http(person).get<OpportunityView[]>(list)).body).toMatchObject([{ ...input, version: 1 }]);
  });

  it('is held by the database, too', async () => {
    const { opportunityId } = await draft();
    for (const [set, constraint] of [
      [`third_countries = '{VN}'`, 'opportunity_third_countries_of_form'],
      [`agreement_name = 'x'`, 'opportunity_agreement_expands'],
      [`novelty = 'expands', agreement_id = 'A01', agreement_name = 'x'`, 'opportunity_one_agreement'],
      [`frameworks = '{nato}'`, 'opportunity_frameworks_known'],
    ]) {
      await expect(app.db.query(`UPDATE opportunity SET ${set} WHERE id = $1`, [opportunityId])).rejects.toThrow(
        constraint,
      );
    }
  });
});
