import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationInput } from '@musubi/contracts';
import { newOrganisation, requestPlace } from '../../../test/builders/organisations.js';
import { newOrganiser, newPerson } from '../../../test/builders/people.js';
import { organisationInput } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { Organisations } from './index.js';
import { enteredAtMost } from './organisation.rules.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const found = async (search: string, region = '') => {
  const person = await newPerson(app);
  const query = new URLSearchParams({ search, ...(region ? { region } : {}) });
  const { body } = await app.http(person).get<{ nameLatin: string }[]>(`/api/organisations?${query}`);
  return body.map(({ nameLatin }) => nameLatin);
};
const add = (input: Partial<OrganisationInput>) =>
  app.transactions.run((tx) => app.app.get(Organisations).create(tx, { ...organisationInput(), ...input }));

describe('the hint at likely duplicates', () => {
  beforeAll(async () => {
    await add({ nameLatin: 'Neckar Hydrogen Cluster', regionCode: 'DE11' });
    await add({ nameLatin: 'Munich Robotics Network', nameLocal: 'Netzwerk Robotik München', regionCode: 'DE21' });
    await add({
      nameLatin: 'Osaka Bay Green Industry Council',
      nameLocal: '大阪湾岸グリーン産業協議会',
      nameKana: 'オオサカワンガングリーンサンギョウキョウギカイ',
      regionCode: 'JP-27',
    });
  });

  it.each([
    ['neckar hydrogen', 'Neckar Hydrogen Cluster'],
    ['Nekar Hydrogn Cluster', 'Neckar Hydrogen Cluster'],
    ['munchen', 'Munich Robotics Network'],
    ['大阪', 'Osaka Bay Green Industry Council'],
    ['ｸﾞﾘｰﾝ産業', 'Osaka Bay Green Industry Council'],
    ['おおさかわんがん', 'Osaka Bay Green Industry Council'],
  ])('finds %p', async (words, name) => {
    expect(await found(words)).toEqual([name]);
  });

  it('keeps to a region, what lies in it and what it lies in', async () => {
    expect(await found('', 'DE1')).toEqual(['Neckar Hydrogen Cluster']);
    expect(await found('', 'DE111')).toEqual(['Neckar Hydrogen Cluster']);
    expect(await found('neckar', 'JP-27')).toEqual([]);
  });

  it('is for signed-in people and refuses what it does not know', async () => {
    expect((await app.http().get('/api/organisations?search=a')).status).toBe(401);
    const refused = await app.http(await newPerson(app)).get('/api/organisations?serch=a');
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

describe('an organisation', () => {
  it('derives its side and country from its region', async () => {
    const id = await add({ nameLatin: 'Aegean Shipping Agency', regionCode: 'EL30' });
    const { body } = await app.http().get(`/api/organisations/${id}`);
    expect(body).toMatchObject({ organisationId: id, side: 'eu', country: 'GR', regionCode: 'EL30', mayEdit: false });
  });

  it('has one name in its region, however it is spelt', async () => {
    await add({ nameLatin: 'Śląskie Clean Air', regionCode: 'PL22' });
    await expect(add({ nameLatin: 'SLASKIE Clean Air', regionCode: 'PL22' })).rejects.toMatchObject({
      driverError: { constraint: 'organisation_name_in_region' },
    });
    await add({ nameLatin: 'Śląskie Clean Air', regionCode: 'PL21' });
  });

  it('is changed by its admin and by organisers, by nobody else who belongs to it or does not', async () => {
    const [admin, member, stranger] = [await newPerson(app), await newPerson(app), await newPerson(app)];
    const organisationId = await newOrganisation(app, admin, member);
    const waiting = await newPerson(app);
    await requestPlace(app, waiting.userId, organisationId);
    const path = `/api/organisations/${organisationId}`;
    const patch = (person: { cookie: string } | null, body: object) => app.http(person).patch(path, body);

    expect((await patch(null, { nameKana: 'カンサイ' })).status).toBe(401);
    for (const [person, code] of [
      [member, 'forbidden'],
      [waiting, 'affiliation.required'],
      [stranger, 'affiliation.required'],
    ] as const) {
      expect(await patch(person, { nameKana: 'カンサイ' })).toMatchObject({ status: 403, body: { code } });
      expect((await app.http(person).get(path)).body).toMatchObject({ nameKana: null, mayEdit: false });
    }
    expect(await patch(admin, { nameKana: 'カンサイ', regionCode: 'JP-28' })).toMatchObject({
      status: 200,
      body: { nameKana: 'カンサイ', regionCode: 'JP-28', mayEdit: true },
    });
    expect(await patch(await newOrganiser(app), { website: 'https://kansai.example' })).toMatchObject({ status: 200 });
    expect(await patch(admin, { regionCode: 'JP-99' })).toMatchObject({
      status: 422,
      body: { code: 'organisation.region_unknown' },
    });
    expect(await patch(admin, { website: 'javascript:alert(1)' })).toMatchObject({ status: 400 });
    expect(await patch(admin, { side: 'eu' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect((await app.http(admin).get(path)).body).toMatchObject({ mayEdit: true, website: 'https://kansai.example' });
  });

  it('that nobody knows is not found', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await app.http().get(`/api/organisations/${unknown}`)).status).toBe(404);
    expect((await app.http().get('/api/organisations/nonsense')).status).toBe(400);
    for (const person of [await newPerson(app), await newOrganiser(app)]) {
      expect((await app.http(person).patch(`/api/organisations/${unknown}`, { nameKana: null })).status).toBe(404);
    }
  });
});

describe('whoever enters organisations', () => {
  it('enters so many and no more, also at once; others may still', async () => {
    const [somebody, another] = [await newPerson(app), await newPerson(app)];
    let name = 0;
    const enter = async ({ userId }: { userId: string } = somebody) => {
      const organisation = { ...organisationInput(), nameLatin: `Entered by hand ${(name += 1)}` };
      const choice = { choose: 'new', organisation } as const;
      try {
        await app.transactions.run((tx) => app.app.get(Organisations).resolve(tx, choice, { userId }));
        return 'entered';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    for (let n = 1; n < enteredAtMost; n += 1) expect(await enter()).toBe('entered');
    const answers = await Promise.all([1, 2, 3, 4].map(() => enter()));
    expect(answers.sort()).toEqual(['entered', ...Array<string>(3).fill('organisation.too_many')]);
    expect(await enter(another)).toBe('entered');
  });

  it('still asks to belong to as many as there are', async () => {
    const somebody = await newPerson(app);
    for (let n = 0; n <= enteredAtMost; n += 1) {
      const choice = { choose: 'existing', organisationId: await add({ nameLatin: `There already ${n}` }) } as const;
      await app.transactions.run((tx) => app.app.get(Organisations).resolve(tx, choice as never, somebody));
    }
    const choice = { choose: 'new', organisation: organisationInput() } as const;
    await app.transactions.run((tx) => app.app.get(Organisations).resolve(tx, choice, somebody));
    const states = (await app.db.query(
      'SELECT state, count(*)::integer AS count FROM affiliation WHERE user_id = $1 GROUP BY state ORDER BY state',
      [somebody.userId],
    )) as { state: string; count: number }[];
    expect(states).toEqual([
      { state: 'active', count: 1 },
      { state: 'requested', count: enteredAtMost + 1 },
    ]);
  });
});
