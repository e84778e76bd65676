import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView } from '@musubi/contracts';
import { unzipSync } from 'fflate';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant, organisationInput, register } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Audit } from '../../../platform/index.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let path: string;
beforeAll(async () => {
  app = await startApp();
  ({ event, organiser } = await newEvent(app));
  path = `/api/events/${event.eventId}/people`;
  const named = async (region: string, name: Partial<TestPerson['name']>, accessNeeds: string | null) => {
    const person = await newPerson(app, region);
    const organisation = { ...organisationInput(region), nameLatin: `Council ${region}`, kind: 'cluster' as const };
    await register(app, event.eventId, person, {
      name: { ...person.name, ...name },
      organisation: { choose: 'new', organisation },
      accessNeeds,
    });
  };
  const yamada = { familyLocal: '山田', familyKana: 'ヤマダ', givenLocal: '愛子', givenKana: 'アイコ' };
  await named('JP-27', { ...yamada, familyLatin: 'Yamada', givenLatin: 'Aiko' }, null);
  await named('JP-23', { ...yamada, familyLocal: '阿部', familyKana: 'アベ', familyLatin: 'Abe' }, '=cmd|calc');
  await named('DE1', { familyLatin: 'Becker', givenLatin: 'Ada', familyKana: null, givenKana: null }, null);
});
afterAll(() => app.close());

const csv = async (query = '') => {
  const { body } = await app.http(organiser).get<string>(`${path}.csv${query}`);
  return body.split('\r\n').slice(0, -1);
};
/** The first cells of each line. */
const first = (lines: readonly string[], count: number) =>
  lines.map((line) => line.replaceAll('\ufeff', '').split(',').slice(0, count).join(','));

describe('the people of an event as a file', () => {
  it('is in the order that the reader expects', async () => {
    expect(first(await csv(), 2)).toEqual([
      '"Family name","Given name"',
      expect.stringMatching(/^"Abe",/),
      '"Becker","Ada"',
      '"Yamada","Aiko"',
    ]);
    expect(first(await csv('?lang=ja'), 4)).toEqual([
      '"姓","名","セイ","メイ"',
      '"","","",""',
      '"阿部","愛子","アベ","アイコ"',
      '"山田","愛子","ヤマダ","アイコ"',
    ]);
  });

  it.each([
    ['?side=jp', ['Abe', 'Yamada']],
    ['?region=DE1', ['Becker']],
    ['?kind=company', []],
    ['?state=complete&side=eu', ['Becker']],
    ['?access=needed', ['Abe']],
    [`?q=${encodeURIComponent('やまだ')}`, ['Yamada']],
  ])('has only those who are filtered: %s', async (query, families) => {
    expect(first((await csv(query)).slice(1), 1)).toEqual(families.map((family) => `"${family}"`));
  });

  it('carries no formula', async () => {
    expect((await csv('?access=needed'))[1]).toContain(`,"'=cmd|calc",`);
  });

  it('comes as a workbook, too', async () => {
    const answer = await fetch(`${app.origin}${path}.xlsx?access=needed`, { headers: { cookie: organiser.cookie } });
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="people.xlsx"',
    ]);
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const texts = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
    expect([texts.includes('阿部'), texts.includes('Yamada'), texts.includes('=cmd|calc')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is not for a filter that nobody knows', async () => {
    expect(await app.http(organiser).get(`${path}.csv?country=DE`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('leaves an entry in the audit log: who took how many away, but no name', async () => {
    await csv(`?side=jp&q=${encodeURIComponent('阿部')}`);
    const [entry] = await app.app.get(Audit).read({ eventId: event.eventId, did: 'people.exported', atMost: 1 });
    expect(entry).toMatchObject({
      actorId: organiser.userId,
      subjectKind: 'people',
      subjectId: event.eventId,
      after: { format: 'csv', people: 1, filters: ['q', 'side'] },
      reason: null,
    });
  });

  it('is read with the same number of queries, however long', async () => {
    const three = await countQueries(app, () => csv());
    await newParticipant(app, event.eventId);
    expect(await countQueries(app, () => csv())).toBe(three);
  });
});
