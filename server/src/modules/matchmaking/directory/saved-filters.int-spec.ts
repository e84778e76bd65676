import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SavedFilter } from '@musubi/contracts';
import { code } from '../../../../test/builders/meetings.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const path = '/api/me/directory-filters';
const save = (person: TestPerson, name: string, filter: object) =>
  app.http(person).post<SavedFilter>(path, { name, filter });
const listOf = async (person: TestPerson) =>
  (await app.http(person).get<SavedFilter[]>(path)).body.map(({ name, filter }) => [name, filter.q, filter.side]);

it('are kept per person, a name once, and can be deleted', async () => {
  const [one, other] = [await newPerson(app), await newPerson(app)];
  const { status, body } = await save(one, ' Hydrogen ', { q: '水素', side: ['jp'], notMet: true });
  expect([status, body]).toEqual([
    201,
    {
      filterId: expect.any(String),
      name: 'Hydrogen',
      filter: {
        ...{ q: '水素', side: ['jp'], notMet: true },
        ...{ place: [], kind: [], language: [], dimension: [], opportunity: [] },
        ...{ region: [], topic: [], form: [], stage: [], novelty: [], target: [], framework: [] },
      },
      savedAt: expect.any(String),
    },
  ]);
  await save(one, 'Lombardy', { place: ['IT'] });
  await save(one, 'Hydrogen', { q: 'hydrogen' });
  await save(other, 'Hydrogen', { side: ['eu'] });
  expect((await listOf(one)).sort()).toEqual([
    ['Hydrogen', 'hydrogen', []],
    ['Lombardy', '', []],
  ]);
  expect(await listOf(other)).toEqual([['Hydrogen', '', ['eu']]]);

  expect(code(await app.http(other).delete(`${path}/${body.filterId}`))).toEqual([404, 'not_found']);
  expect((await app.http(one).delete(`${path}/${body.filterId}`)).status).toBe(204);
  expect(await listOf(one)).toEqual([['Lombardy', '', []]]);
});

it('are thirty at most, also when many are saved at once', async () => {
  const person = await newPerson(app);
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => save(person, `Filter ${n}`, {})));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(code)).toEqual([
    [409, 'directory_filter.cap_reached'],
    [409, 'directory_filter.cap_reached'],
  ]);
  const kept = (await app.http(person).get<SavedFilter[]>(path)).body[0]!;
  expect((await save(person, kept.name, { q: 'anew' })).status).toBe(201);
});

it('hold nothing that the directory does not know', async () => {
  const person = await newPerson(app);
  for (const filter of [{ side: ['moon'] }, { sides: [] }, { q: 'x'.repeat(101) }, { place: ['Osaka'] }]) {
    expect(code(await save(person, 'Odd', filter))).toEqual([400, 'request.invalid']);
  }
  expect((await app.http().get(path)).status).toBe(401);
});

it('that were kept before there was a group narrow nothing by it', async () => {
  const person = await newPerson(app);
  const { body } = await save(person, 'Japan', { side: ['jp'], topic: ['research'] });
  await app.db.query(`UPDATE directory_filter SET filter = filter - 'topic' - 'target' WHERE id = $1`, [body.filterId]);
  expect((await app.http(person).get<SavedFilter[]>(path)).body[0]!.filter).toEqual({ ...body.filter, topic: [] });
});
