import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AffiliationView, FeedPage, MyOrganisation } from '@musubi/contracts';
import { newOrganisation, requestPlace, welcome } from '../../../../test/builders/organisations.js';
import { opportunityInput } from '../../../../test/builders/profiles/opportunities.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let admin: TestPerson;
let member: TestPerson;
let organisationId: string;
beforeEach(async () => {
  [admin, member] = [await newPerson(app), await newPerson(app)];
  organisationId = await newOrganisation(app, admin, member);
});

const idOf = async (who: TestPerson, of = organisationId): Promise<string> => {
  const rows = await app.db.query(
    'SELECT id FROM affiliation WHERE user_id = $1 AND organisation_id = $2 ORDER BY id DESC',
    [who.userId, of],
  );
  return rows[0].id;
};
type Change = 'end' | 'hand-over';
const change = (how: Change, by: TestPerson | null, id: string, key = newKey()) =>
  app.http(by).post<AffiliationView>(`/api/affiliations/${id}/${how}`, {}, { key });
const end = async (who: TestPerson, by: TestPerson | null = who) => change('end', by, await idOf(who));
const handOver = async (to: TestPerson, by: TestPerson | null = admin) => change('hand-over', by, await idOf(to));
const mine = async (who: TestPerson) => (await app.http(who).get<MyOrganisation[]>('/api/me/organisations')).body;
const people = async (who: TestPerson) =>
  (await mine(who)).flatMap((one) => one.people.map(({ userId, role }) => `${userId} ${role}`));
const as = (role: 'admin' | 'member', who: TestPerson) => `${who.userId} ${role}`;
const notFound = { status: 404, body: { code: 'not_found' } };
const adminNeeded = { status: 409, body: { code: 'organisation.admin_needed' } };
const told = async (who: TestPerson) =>
  (await app.http(who).get<FeedPage>('/api/me/feed?after=0')).body.entries.filter(
    ({ kind }) => kind === 'affiliation.changed',
  ).length;

describe('an end', () => {
  it('of one’s own place takes what one could do for the organisation, at once', async () => {
    const write = () => app.http(member).post(`/api/organisations/${organisationId}/opportunities`, opportunityInput());
    expect((await write()).status).toBe(201);
    expect(await end(member)).toMatchObject({ status: 200, body: { state: 'ended', mayEnd: false } });
    expect(await write()).toMatchObject({ status: 403, body: { code: 'affiliation.required' } });
    expect(await mine(member)).toEqual([]);
    expect(await people(admin)).toEqual([as('admin', admin)]);
  });

  it('of a colleague’s place is the administrator’s to declare; who did it and when stays', async () => {
    expect(await end(member, admin)).toMatchObject({ status: 200, body: { state: 'ended' } });
    const rows = await app.db.query(
      'SELECT state, ended_by_user_id, ended_at <= domain_now() AS dated FROM affiliation WHERE user_id = $1',
      [member.userId],
    );
    expect(rows).toEqual([{ state: 'ended', ended_by_user_id: admin.userId, dated: true }]);
    expect(await mine(member)).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    const elsewhere = await newPerson(app);
    await newOrganisation(app, elsewhere);
    const second = await newPerson(app);
    await requestPlace(app, second.userId, organisationId);
    await welcome(app, admin);
    expect((await end(member, null)).status).toBe(401);
    for (const who of [second, elsewhere, await newPerson(app), await newOrganiser(app, null, 'owner')]) {
      expect(await end(member, who)).toMatchObject(notFound);
    }
    expect(await end(admin, member)).toMatchObject(notFound);
    expect(await change('end', admin, '00000000-0000-4000-8000-000000000000')).toMatchObject(notFound);
    expect(await people(admin)).toEqual([as('admin', admin), as('member', member), as('member', second)]);
  });

  it('is not for what only waits for an answer', async () => {
    const newcomer = await newPerson(app);
    await requestPlace(app, newcomer.userId, organisationId);
    const wrongState = { status: 409, body: { code: 'affiliation.wrong_state', data: { state: 'requested' } } };
    expect(await end(newcomer, admin)).toMatchObject(wrongState);
    expect(await end(newcomer)).toMatchObject(wrongState);
  });

  it('happens once, however often it is said, and tells the two once', async () => {
    const before = [await told(admin), await told(member)];
    const key = newKey();
    const id = await idOf(member);
    const answers = await Promise.all([1, 2, 3].map(() => change('end', admin, id, key)));
    expect(answers.map(({ status, body }) => `${status} ${body.state}`)).toEqual(Array(3).fill('200 ended'));
    expect(await end(member, admin)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect([await told(admin), await told(member)]).toEqual(before.map((n) => n + 1));
  });

  it('never leaves people without an administrator', async () => {
    expect(await end(admin)).toMatchObject(adminNeeded);
    expect((await mine(admin))[0]!.people.map(({ mayEnd, mayHandOver }) => ({ mayEnd, mayHandOver }))).toEqual([
      { mayEnd: false, mayHandOver: false },
      { mayEnd: true, mayHandOver: true },
    ]);
    expect((await mine(member))[0]!.people.map(({ mayEnd, mayHandOver }) => ({ mayEnd, mayHandOver }))).toEqual([
      { mayEnd: false, mayHandOver: false },
      { mayEnd: true, mayHandOver: false },
    ]);
    await end(member);
    expect((await mine(admin))[0]!.mine.mayEnd).toBe(true);
    expect(await end(admin)).toMatchObject({ status: 200 });
  });

  it('never does so either when two administrators leave at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [first, second, third] = [await newPerson(app), await newPerson(app), await newPerson(app)];
      organisationId = await newOrganisation(app, first, second, third);
      await app.db.query(`UPDATE affiliation SET role = 'admin' WHERE user_id = $1`, [second.userId]);
      const answers = await Promise.all([end(first), end(second)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await people(third)).filter((one) => one.endsWith('admin'))).toHaveLength(1);
    }
  });

  it('never does so either when somebody is approved at that moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [alone, newcomer] = [await newPerson(app), await newPerson(app)];
      organisationId = await newOrganisation(app, alone);
      const id = await requestPlace(app, newcomer.userId, organisationId);
      await Promise.all([end(alone), app.http(alone).post(`/api/affiliations/${id}/approve`)]);
      const rows = await app.db.query(
        `SELECT role FROM affiliation WHERE organisation_id = $1 AND state = 'active' ORDER BY role`,
        [organisationId],
      );
      expect([[], [{ role: 'admin' }, { role: 'member' }]]).toContainEqual(rows);
    }
  });
});

describe('handing over', () => {
  it('makes a colleague the administrator and the administrator a colleague', async () => {
    expect(await handOver(member)).toMatchObject({ status: 200, body: { userId: member.userId, role: 'admin' } });
    expect(await people(member)).toEqual([as('member', admin), as('admin', member)]);
    const rows = await app.db.query(
      `SELECT user_id, role, role_given_by_user_id AS by FROM affiliation WHERE organisation_id = $1 ORDER BY role`,
      [organisationId],
    );
    expect(rows).toEqual([
      { user_id: member.userId, role: 'admin', by: admin.userId },
      { user_id: admin.userId, role: 'member', by: admin.userId },
    ]);
    const path = `/api/organisations/${organisationId}`;
    expect((await app.http(admin).patch(path, { website: null })).status).toBe(403);
    expect((await app.http(member).patch(path, { website: null })).status).toBe(200);
    expect(await end(admin)).toMatchObject({ status: 200 });
  });

  it('is the administrator’s alone', async () => {
    const elsewhere = await newPerson(app);
    await newOrganisation(app, elsewhere);
    expect((await handOver(member, null)).status).toBe(401);
    for (const who of [member, elsewhere, await newPerson(app), await newOrganiser(app, null, 'owner')]) {
      expect(await handOver(member, who)).toMatchObject(notFound);
    }
    expect(await change('hand-over', admin, '00000000-0000-4000-8000-000000000000')).toMatchObject(notFound);
    expect(await people(admin)).toEqual([as('admin', admin), as('member', member)]);
  });

  it('goes to nobody who does not belong to it, and not to oneself', async () => {
    const newcomer = await newPerson(app);
    await requestPlace(app, newcomer.userId, organisationId);
    const wrongState = (state: string) => ({ status: 409, body: { code: 'affiliation.wrong_state', data: { state } } });
    expect(await handOver(newcomer)).toMatchObject(wrongState('requested'));
    expect(await handOver(admin)).toMatchObject(wrongState('active'));
    await end(member);
    expect(await handOver(member)).toMatchObject(wrongState('ended'));
    expect((await people(admin))[0]).toBe(as('admin', admin));
  });

  it('has one effect for one key and tells everybody of the organisation once', async () => {
    const second = await newPerson(app);
    await requestPlace(app, second.userId, organisationId);
    await welcome(app, admin);
    const before = [await told(admin), await told(member), await told(second)];
    const [id, key] = [await idOf(member), newKey()];
    const answers = await Promise.all([1, 2, 3].map(() => change('hand-over', admin, id, key)));
    expect(answers.map(({ status, body }) => `${status} ${body.role}`)).toEqual(Array(3).fill('200 admin'));
    expect([await told(admin), await told(member), await told(second)]).toEqual(before.map((n) => n + 1));
  });

  it('to two at once goes to one', async () => {
    for (let round = 0; round < 5; round++) {
      const [first, second, third] = [await newPerson(app), await newPerson(app), await newPerson(app)];
      organisationId = await newOrganisation(app, first, second, third);
      const answers = await Promise.all([handOver(second, first), handOver(third, first)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      expect((await people(first)).filter((one) => one.endsWith('admin'))).toHaveLength(1);
    }
  });
});
