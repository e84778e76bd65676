import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AffiliationRequest, AffiliationView, FeedPage, MyOrganisation } from '@musubi/contracts';
import { newOrganisation, requestPlace, welcome } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { countQueries } from '../../../../test/query-count.js';
import { heldBack } from '../../../../test/held-back.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';
import { Affiliations } from '../index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let admin: TestPerson;
let member: TestPerson;
let newcomer: TestPerson;
let organisationId: string;
let affiliationId: string;
beforeEach(async () => {
  [admin, member, newcomer] = [await newPerson(app), await newPerson(app), await newPerson(app)];
  organisationId = await newOrganisation(app, admin, member);
  affiliationId = await requestPlace(app, newcomer.userId, organisationId);
});

type Answer = 'approve' | 'decline';
const answer = (who: TestPerson | null, how: Answer, id = affiliationId, key = newKey()) =>
  app.http(who).post<AffiliationView>(`/api/affiliations/${id}/${how}`, {}, { key });
const mine = async (who: TestPerson) => (await app.http(who).get<MyOrganisation[]>('/api/me/organisations')).body;
const stateOf = async (who: TestPerson) => (await mine(who)).map((one) => one.mine.state);
const waitingFor = async (organiser: TestPerson) =>
  (await app.http(organiser).get<AffiliationRequest[]>('/api/organise/affiliations')).body
    .filter((one) => one.organisation.organisationId === organisationId)
    .map((one) => ({ id: one.affiliationId as string, mayAnswer: one.mayAnswer, address: one.address }));
const end = (...people: TestPerson[]) =>
  app.db.query(`UPDATE affiliation SET state = 'ended', ended_at = domain_now() WHERE user_id = ANY ($1)`, [
    people.map(({ userId }) => userId),
  ]);
const notFound = { status: 404, body: { code: 'not_found' } };
const notYet = { status: 409, body: { code: 'affiliation.not_yet' } };
const wrongState = (state: string) => ({ status: 409, body: { code: 'affiliation.wrong_state', data: { state } } });

describe('what is shown', () => {
  it('to an admin is everybody, with what tells a colleague from a stranger where an answer is due', async () => {
    const [one, ...others] = await mine(admin);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ organisation: { organisationId }, mine: { role: 'admin', state: 'active' } });
    expect(one!.people.map(({ name, role, state, mayAnswer, address }) => ({ name, role, state, mayAnswer, address })))
      // prettier-ignore
      .toEqual([
        { name: admin.name, role: 'admin', state: 'active', mayAnswer: false, address: null },
        { name: member.name, role: 'member', state: 'active', mayAnswer: false, address: null },
        { name: newcomer.name, role: 'member', state: 'requested', mayAnswer: true, address: newcomer.address },
      ]);
  });

  it('to a colleague is the same without a say and without addresses', async () => {
    const [one] = await mine(member);
    expect(one!.people.map(({ state, mayAnswer, address }) => ({ state, mayAnswer, address }))).toEqual([
      { state: 'active', mayAnswer: false, address: null },
      { state: 'active', mayAnswer: false, address: null },
      { state: 'requested', mayAnswer: false, address: null },
    ]);
  });

  it('to who waits, or was declined, is whose answer it is, and nobody else', async () => {
    const [one] = await mine(newcomer);
    expect(one).toMatchObject({ mine: { affiliationId, state: 'requested' }, admins: [admin.name], people: [] });
    expect(Date.parse(one!.mine.answerBy!) - Date.parse(one!.mine.requestedAt)).toBeGreaterThan(2 * 86_400_000);
    await answer(admin, 'decline');
    expect(await mine(newcomer)).toMatchObject([{ mine: { state: 'declined' }, people: [] }]);
    expect((await mine(admin))[0]!.people).toHaveLength(2);
  });

  it('to everybody else is nothing', async () => {
    expect(await mine(await newPerson(app))).toEqual([]);
    await end(member);
    expect(await mine(member)).toEqual([]);
    expect((await app.http().get('/api/me/organisations')).status).toBe(401);
  });

  it('takes the same number of queries, however many organisations and people there are', async () => {
    const few = await countQueries(app, () => mine(admin));
    await newOrganisation(app, admin, await newPerson(app), await newPerson(app));
    await newOrganisation(app, admin, await newPerson(app));
    expect(await mine(admin)).toHaveLength(3);
    expect(await countQueries(app, () => mine(admin))).toBe(few);
  });
});

describe('an answer', () => {
  it('makes somebody one of the organisation’s people, or does not', async () => {
    const roleOf = (who: TestPerson) => app.app.get(Affiliations).roleIn(who.userId, organisationId);
    expect(await roleOf(newcomer)).toBeNull();
    expect(await answer(admin, 'approve')).toMatchObject({
      status: 200,
      body: { affiliationId, state: 'active', mayAnswer: false, address: null },
    });
    expect(await roleOf(newcomer)).toBe('member');

    const other = await newPerson(app);
    expect(await answer(admin, 'decline', await requestPlace(app, other.userId, organisationId))).toMatchObject({
      status: 200,
      body: { state: 'declined' },
    });
    expect(await roleOf(other)).toBeNull();
  });

  it('is given by an admin of this organisation alone', async () => {
    const elsewhere = await newPerson(app);
    await newOrganisation(app, elsewhere);
    for (const how of ['approve', 'decline'] as const) {
      expect((await answer(null, how)).status).toBe(401);
      for (const who of [newcomer, member, elsewhere, await newPerson(app), await newOrganiser(app, null, 'speaker')]) {
        expect(await answer(who, how)).toMatchObject(notFound);
      }
      expect(await answer(admin, how, '00000000-0000-4000-8000-000000000000')).toMatchObject(notFound);
      expect((await answer(admin, how, 'nonsense')).status).toBe(400);
    }
    expect(await stateOf(newcomer)).toEqual(['requested']);
  });

  it('makes one administrator where there is none, though the helpdesk answers two at the same moment', async () => {
    const empty = await newOrganisation(app);
    const [ada, bo] = [await newPerson(app), await newPerson(app)];
    const ids = [await requestPlace(app, ada.userId, empty), await requestPlace(app, bo.userId, empty)];
    const helpdesk = await newOrganiser(app);
    const answers = await heldBack(
      app,
      'affiliation',
      ids.map((id) => () => answer(helpdesk, 'approve', id)),
    );
    expect(answers.map(({ status, body }) => (body as { code?: string }).code ?? status).sort()).toEqual([
      200,
      'affiliation.not_yet',
    ]);
    expect(await app.app.get(Affiliations).adminsOf(empty)).toHaveLength(1);
  });

  it('is nothing that a former admin gives', async () => {
    await end(admin, member);
    expect(await answer(admin, 'approve')).toMatchObject(notFound);
  });

  it('counts once, however often it is given, and is not taken back', async () => {
    const key = newKey();
    const twice = [
      await answer(admin, 'approve', affiliationId, key),
      await answer(admin, 'approve', affiliationId, key),
    ];
    expect(twice[1]!.body).toEqual(twice[0]!.body);
    expect(await answer(admin, 'approve')).toMatchObject({ status: 200, body: { state: 'active' } });
    expect(await answer(admin, 'decline')).toMatchObject(wrongState('active'));

    const other = await newPerson(app);
    const declined = await requestPlace(app, other.userId, organisationId);
    await answer(admin, 'decline', declined);
    expect(await answer(admin, 'decline', declined)).toMatchObject({ status: 200, body: { state: 'declined' } });
    expect(await answer(admin, 'approve', declined)).toMatchObject(wrongState('declined'));

    await end(newcomer);
    for (const how of ['approve', 'decline'] as const) {
      expect(await answer(admin, how)).toMatchObject(wrongState('ended'));
    }
  });

  it('tells the person and the admins, once', async () => {
    const kinds = async (who: TestPerson) =>
      (await app.http(who).get<FeedPage>('/api/me/feed?after=0')).body.entries
        .filter(({ ids }) => 'affiliationId' in ids && ids.affiliationId === affiliationId)
        .map(({ kind }) => kind);
    await answer(admin, 'approve');
    await answer(admin, 'approve');
    const asked = 'affiliation.changed';
    expect(await kinds(newcomer)).toEqual([asked, asked]);
    expect(await kinds(admin)).toEqual([asked, asked]);
    expect(await kinds(member)).toEqual([]);
  });

  it('is one of two that come at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { userId } = await newPerson(app);
      const id = await requestPlace(app, userId, organisationId);
      const answers = await Promise.all((['approve', 'decline'] as const).map((how) => answer(admin, how, id)));
      const [{ state }] = await app.db.query('SELECT state FROM affiliation WHERE id = $1', [id]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 200)!.body.state).toBe(state);
    }
  });
});

describe('the helpdesk', () => {
  let organiser: TestPerson;
  beforeEach(async () => (organiser = await newOrganiser(app)));

  it('waits three working days for the organisation’s admins', async () => {
    expect(await waitingFor(organiser)).toEqual([]);
    for (const how of ['approve', 'decline'] as const) expect(await answer(organiser, how)).toMatchObject(notYet);
    const due = new Date((await mine(newcomer))[0]!.mine.answerBy!);
    await app.jumpTo(new Date(due.getTime() - 60_000));
    expect(await answer(organiser, 'approve')).toMatchObject({
      ...notYet,
      body: { data: { answerBy: due.toISOString() } },
    });
    await app.jumpTo(due);
    expect(await waitingFor(organiser)).toEqual([{ id: affiliationId, mayAnswer: true, address: newcomer.address }]);
    expect(await answer(organiser, 'approve')).toMatchObject({ status: 200, body: { state: 'active' } });
    expect(await stateOf(newcomer)).toEqual(['active']);
    expect(await waitingFor(organiser)).toEqual([]);
  });

  it('answers at once where nobody else can; who comes in first is the administrator', async () => {
    await end(admin, member);
    expect(await waitingFor(organiser)).toEqual([{ id: affiliationId, mayAnswer: true, address: newcomer.address }]);
    const next = await requestPlace(app, member.userId, organisationId);
    expect(await answer(await newOrganiser(app, null, 'owner'), 'decline')).toMatchObject({ status: 200 });
    expect(await stateOf(newcomer)).toEqual(['declined']);
    expect(await answer(organiser, 'approve', next)).toMatchObject({ status: 200, body: { role: 'admin' } });
    const other = await requestPlace(app, newcomer.userId, organisationId);
    expect(await answer(member, 'approve', other)).toMatchObject({ status: 200, body: { role: 'member' } });
  });

  it('answers for nobody of its own', async () => {
    await end(admin, member);
    const own = await requestPlace(app, organiser.userId, organisationId);
    expect(await answer(organiser, 'approve', own)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await waitingFor(organiser)).toContainEqual({ id: own, mayAnswer: false, address: null });
  });

  it('is who organises everything, second factor given', async () => {
    await end(admin, member);
    const ofOneEvent = await newOrganiser(app, randomUUID());
    const unproven = await newOrganiser(app);
    await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [unproven.userId]);
    const read = async (who: TestPerson) => (await app.http(who).get('/api/organise/affiliations')).status;
    for (const who of [member, ofOneEvent, unproven]) expect(await answer(who, 'approve')).toMatchObject(notFound);
    expect([await read(member), await read(ofOneEvent), await read(unproven)]).toEqual([404, 404, 403]);
    expect((await app.http().get('/api/organise/affiliations')).status).toBe(401);
  });
});

describe('asking', () => {
  const rows = (who: TestPerson) =>
    app.db.query('SELECT state FROM affiliation WHERE user_id = $1 ORDER BY id', [who.userId]) as Promise<
      { state: string }[]
    >;

  it('happens once, in however many tabs, and not for who belongs already', async () => {
    const person = await newPerson(app);
    await Promise.all([1, 2, 3, 4].map(() => requestPlace(app, person.userId, organisationId)));
    expect(await rows(person)).toEqual([{ state: 'requested' }]);
    await welcome(app, admin);
    await requestPlace(app, person.userId, organisationId);
    expect(await rows(person)).toEqual([{ state: 'active' }]);
  });

  it('is possible anew after a refusal or an end', async () => {
    await answer(admin, 'decline');
    await requestPlace(app, newcomer.userId, organisationId);
    expect(await rows(newcomer)).toEqual([{ state: 'declined' }, { state: 'requested' }]);
    expect(await stateOf(newcomer)).toEqual(['requested']);
    await end(member);
    await requestPlace(app, member.userId, organisationId);
    expect(await stateOf(member)).toEqual(['requested']);
  });
});
