import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProfileImportReport, ProfileView } from '@musubi/contracts';
import { newOrganiser, type TestPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
  organiser = await newOrganiser(app);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE organisation CASCADE'));

const send = (bytes: Buffer | string, dryRun = false) =>
  app.http(organiser).post<ProfileImportReport>('/api/organise/profile-imports', {
    file: Buffer.from(bytes).toString('base64'),
    dryRun,
  });
const names = async () =>
  ((await app.db.query('SELECT name_latin FROM organisation ORDER BY 1')) as { name_latin: string }[]).map(
    (row) => row.name_latin,
  );

/** 名称,… in the bytes that a Japanese spreadsheet writes. */
const shiftJis = Buffer.from(
  '96bc8fcc81698d8d815b837d8e9a816a2c96bc8fcc2c8eed95ca2c926e88e60d0a'.replace('8d8d815b', '838d815b') +
    Buffer.from('Osaka Council').toString('hex') +
    '2c91e58de38ba68b6389ef2c834e8389835883' +
    '5e815b2c91e58de3957b0d0a',
  'hex',
);

describe('a file of profiles', () => {
  it('says what it would do, does it once, and the second time finds everything as it is', async () => {
    const { body: template } = await app
      .http(organiser)
      .get<string>('/api/organise/profile-imports/template.csv?lang=en');
    const preview = await send(template, true);
    expect(preview.body).toMatchObject({ done: false, counts: { new: 1, update: 0, same: 0, error: 0 }, errors: [] });
    expect(await names()).toEqual([]);
    const { body } = await send(template);
    expect(body).toMatchObject({ done: true, encoding: 'utf-8', separator: ',', counts: { new: 1 } });
    expect(await names()).toEqual(['Example Valley Cluster']);
    expect((await send(template)).body.counts).toEqual({ new: 0, update: 0, same: 1, error: 0 });

    const [{ id }] = await app.db.query('SELECT id FROM organisation');
    const profile = (await app.http(organiser).get<ProfileView>(`/api/organisations/${id}/profile`)).body;
    expect(profile).toMatchObject({
      state: 'draft',
      slug: 'example-valley-cluster',
      organisation: { kind: 'cluster', regionCode: 'DE1', side: 'eu' },
      content: { sectors: ['renewables', 'digital'], workingLanguages: ['en', 'de'], seeks: ['new'], size: '10-49' },
    });
    const changed = await send(template.replace('10-49', '250-999'));
    expect(changed.body.counts).toEqual({ new: 0, update: 1, same: 0, error: 0 });
    expect((await app.http(organiser).get<ProfileView>(`/api/organisations/${id}/profile`)).body.content).toEqual({
      ...profile.content,
      size: '250-999',
    });
  });

  it('reads the Japanese template, Shift_JIS, semicolons, tabs and the mark of UTF-8', async () => {
    const japanese = (await app.http(organiser).get<string>('/api/organise/profile-imports/template.csv?lang=ja')).body;
    expect((await send(japanese)).body).toMatchObject({ done: true, counts: { new: 1 }, errors: [] });
    expect((await send(shiftJis)).body).toMatchObject({
      done: true,
      encoding: 'shift_jis',
      rows: [{ name: '大阪協議会', will: 'new' }],
    });
    expect((await send('\ufeffname;kind;region\r\nOne;cluster;DE1\r\n')).body).toMatchObject({
      done: true,
      separator: ';',
    });
    expect((await send('name\tkind\tregion\nTwo\tNetwork\tLombardia\n')).body).toMatchObject({
      done: true,
      separator: 'tab',
    });
    expect(await names()).toEqual(['One', 'Osaka Council', 'Rei Industry Council', 'Two']);
  });

  it('names every fault by line and column, and does nothing at all', async () => {
    const file = [
      'name,kind,region,website,sectors,languages,name_kana,summary_en',
      'Good One,cluster,DE1,https://good.example,renewables,en,,"Two',
      'lines, and a comma"',
      '=cmd|calc,cluster,DE1,,,,,',
      '大阪,cluster,JP-27,,,,,',
      'Bad,guild,Atlantis,ftp://x.example,alchemy|renewables,xx,KANA,=1+1',
      `Long,cluster,DE1,,,,,${'x'.repeat(301)}`,
      'GOOD one,cluster,DE1,,,,,',
      ',cluster,DE1,,,,,',
      'Wide,cluster,DE1,,,,,,,extra',
    ].join('\r\n');
    const { status, body } = await send(file);
    expect(status).toBe(200);
    expect(body.done).toBe(false);
    expect(body.errors.map(({ line, column, problem }) => `${line} ${column}: ${problem}`)).toEqual([
      '4 name: formula',
      '5 name: not_latin',
      '6 summary_en: formula',
      '6 kind: unknown_value',
      '6 region: not_a_region',
      '6 name_kana: not_kana',
      '6 website: not_a_website',
      '6 sectors: unknown_value',
      '6 languages: unknown_value',
      '7 summary_en: too_long',
      '8 null: twice',
      '9 name: missing',
      '10 null: columns_differ',
    ]);
    expect(body.rows[0]).toMatchObject({ line: 2, name: 'Good One', will: 'new' });
    expect(await names()).toEqual([]);
  });

  it('takes back the texts of our own tables, marks and all', async () => {
    await send('name,kind,region,aims_en\nOne,cluster,DE1,"\'- first\n- second"\n');
    const [{ aims }] = await app.db.query(`SELECT content #>> '{aims,en}' AS aims FROM cooperation_profile`);
    expect(aims).toBe('- first\n- second');
  });

  it.each([
    ['nothing', '', 'empty'],
    ['headings alone', 'name,kind,region\n', 'empty'],
    ['a quote that never ends', 'name,kind,region\n"One,cluster,DE1\n', 'quotes'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'encoding'],
    ['bytes of no known kind', Buffer.from([0xff, 0xfe, 0x80, 0x81, 0xfd]), 'encoding'],
    ['too many rows', `name,kind,region\n${'A,cluster,DE1\n'.repeat(2_001)}`, 'rows'],
  ])('refuses %s', async (_, bytes, why) => {
    expect(await send(bytes)).toMatchObject({
      status: 422,
      body: { code: 'profile_import.unreadable', data: { why } },
    });
  });

  it('refuses headings that it does not know, or that stand there twice', async () => {
    const { body } = await send('name,name,colour\nOne,Two,red\n');
    expect(body.errors.map(({ column, problem }) => `${column}: ${problem}`)).toEqual([
      'name: column_unknown',
      'colour: column_unknown',
      'kind: column_missing',
      'region: column_missing',
    ]);
  });

  it('does a thousand rows at once, and two files at the same time make nothing twice', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => `Cluster ${n},cluster,DE1,"What number ${n} does"`);
    const file = `name,kind,region,aims_en\n${rows.join('\n')}\n`;
    const began = performance.now();
    const both = await Promise.all([send(file), send(file)]);
    expect(both.map(({ body }) => `${body.done} ${body.counts.new} ${body.counts.same}`).toSorted()).toEqual([
      'true 0 1000',
      'true 1000 0',
    ]);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await names()).toHaveLength(1_000);
  });

  it('is not for participants', async () => {
    const file = Buffer.from('name,kind,region\nOne,cluster,DE1\n').toString('base64');
    expect((await app.http().post('/api/organise/profile-imports', { file, dryRun: true })).status).toBe(401);
  });
});
