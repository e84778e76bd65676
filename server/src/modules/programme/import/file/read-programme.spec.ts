import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../../platform/index.js';
import { readProgramme } from './read-programme.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../../test/fixtures/programme/${name}`, import.meta.url), 'utf8');

/** A small file in pretalx JSON around some sessions; each field can be replaced. */
const json = (sessions: object[], conference: object = {}) =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'small',
        title: 'Small',
        time_zone_name: 'Europe/Brussels',
        days: [{ index: 1, date: '2027-01-26', rooms: { Hall: sessions } }],
        ...conference,
      },
    },
  });
const session = (fields: object = {}) => ({
  guid: 'g1',
  id: 1,
  date: '2027-01-26T09:00:00+01:00',
  start: '09:00',
  duration: '00:30',
  title: 'One',
  ...fields,
});
const xml = (inner: string) => `<schedule><day index="1" date="2027-01-26">${inner}</day></schedule>`;

function refusalOf(work: () => unknown): { code: string; why: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, why: error.data?.['why'] };
    throw error;
  }
  throw new Error('nothing was refused');
}
const instants = (programme: { sessions: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[] }) =>
  programme.sessions.map(({ startsAt, endsAt }) => [String(startsAt), String(endsAt)]);
const warningsOf = (text: string, zone: string | null = null) =>
  readProgramme('pretalx-json', text, zone).warnings.map(({ where, code }) => [code, where]);

describe('pretalx JSON', () => {
  const programme = readProgramme('pretalx-json', fixture('conference.pretalx.json'), null);

  it('is read without a warning when it is as pretalx writes it, with our translations', () => {
    expect(programme.warnings).toEqual([]);
    expect(programme).toMatchObject({
      source: 'regions-2027',
      rooms: [
        { name: 'Main stage', nameLocal: null },
        { name: 'Seminar room', nameLocal: null },
      ],
      tracks: [
        { name: 'Plenary', nameLocal: null },
        { name: 'Clusters', nameLocal: null },
      ],
    });
  });

  it('keeps what rooms, tracks and organisations are called in Japanese, said beside the name or as one text by language', () => {
    const translated = (ja: string) => ({ translations: { ja: { name: ja } } });
    const persons = [{ public_name: 'Ada', organisation: 'Ports', translations: { ja: { organisation: '港湾' } } }];
    const read = readProgramme(
      'pretalx-json',
      json(
        [session({ track: { en: 'Energy', ja: 'エネルギー' }, persons }), session({ guid: 'g2', track: 'Plenary' })],
        {
          rooms: [{ name: 'Hall', ...translated('大ホール') }, { name: { ja: '和室' } }],
          tracks: [
            { name: 'Plenary', ...translated('全体会') },
            { name: 'Nobody is on it', ...translated('なし') },
          ],
        },
      ),
      null,
    );
    expect(read).toMatchObject({
      rooms: [
        { name: 'Hall', nameLocal: '大ホール' },
        { name: '和室', nameLocal: '和室' },
      ],
      tracks: [
        { name: 'Energy', nameLocal: 'エネルギー' },
        { name: 'Plenary', nameLocal: '全体会' },
      ],
      speakers: [{ organisation: 'Ports', organisationLocal: '港湾' }],
      warnings: [],
    });
    expect(read.sessions.map(({ room, track }) => [room, track])).toEqual([
      ['Hall', 'Energy'],
      ['Hall', 'Plenary'],
    ]);
  });

  it('keeps the language of each text, and marks the original by its script', () => {
    expect(programme.sessions[1]).toEqual({
      where: 'days[0].rooms["Main stage"][1]',
      externalId: '5a7d2f60-3c1b-5d0f-8a11-000000000002',
      kind: 'keynote',
      title: { en: 'Energy in the hands of regions', ja: '地域が主役のエネルギー転換', original: 'ja' },
      subtitle: { en: 'What municipalities learnt', ja: '自治体の実践から', original: 'ja' },
      abstract: {
        en: null,
        ja: '地域新電力の十年を振り返ります。\n\n住民、企業、自治体の役割を考えます。',
        original: 'ja',
      },
      startsAt: Temporal.Instant.from('2027-01-26T08:15:00Z'),
      endsAt: Temporal.Instant.from('2027-01-26T09:00:00Z'),
      room: 'Main stage',
      track: 'Plenary',
      languages: ['ja'],
      interpreted: true,
      online: true,
      speakers: ['MIDORI'],
    });
  });

  it('names each speaker once, with what any of the sessions knows', () => {
    expect(programme.speakers).toEqual([
      {
        externalId: 'MIDORI',
        name: 'Midori Hayasaka',
        nameLocal: '早坂 みどり',
        biography: 'Runs a community energy company.',
        organisation: 'Kazemachi Energy',
        organisationLocal: null,
      },
      {
        externalId: 'LENA01',
        name: 'Lena Brandtner',
        nameLocal: null,
        biography: null,
        organisation: null,
        organisationLocal: null,
      },
    ]);
  });

  it('turns markup into text, and gives breaks no stage', () => {
    expect(programme.sessions.map(({ kind, online }) => [kind, online])).toEqual([
      ['opening', true],
      ['keynote', true],
      ['break', false],
      ['panel', true],
    ]);
    expect(programme.sessions[3]!.abstract).toEqual({
      en: 'Four cluster managers & their first joint project.',
      ja: null,
      original: 'en',
    });
  });

  it('believes the date with its offset, and says what contradicts it', () => {
    const text = json([session({ start: '10:00' })], { time_zone_name: 'Asia/Tokyo' });
    expect(instants(readProgramme('pretalx-json', text, null))).toEqual([
      ['2027-01-26T08:00:00Z', '2027-01-26T08:30:00Z'],
    ]);
    expect(warningsOf(text)).toEqual([
      ['bad_value', 'days[0].rooms["Hall"][0].start'],
      ['bad_value', 'days[0].rooms["Hall"][0].date'],
    ]);
  });

  it('takes wall-clock times in the zone of the file, summer and winter', () => {
    const text = json([
      session({ date: '2027-03-27T09:00:00' }),
      session({ guid: 'g2', date: '2027-03-29T09:00:00' }),
      session({ guid: 'g3', date: undefined, start: '23:30' }),
    ]);
    expect(instants(readProgramme('pretalx-json', text, 'Asia/Tokyo')).map(([start]) => start)).toEqual([
      '2027-01-26T22:30:00Z',
      '2027-03-27T08:00:00Z',
      '2027-03-29T07:00:00Z',
    ]);
  });

  it('asks for the zone where none is named, takes the one given and says so', () => {
    const text = json([session({ date: undefined })], { time_zone_name: undefined });
    expect(refusalOf(() => readProgramme('pretalx-json', text, null)).code).toBe('programme.zone_missing');
    expect(instants(readProgramme('pretalx-json', text, 'Asia/Tokyo'))).toEqual([
      ['2027-01-26T00:00:00Z', '2027-01-26T00:30:00Z'],
    ]);
    expect(warningsOf(text, 'Asia/Tokyo')).toEqual([['missing_field', 'conference.time_zone_name']]);
  });

  it('takes no abbreviation for a zone', () => {
    const text = json([session({ date: undefined })], { time_zone_name: 'CET' });
    expect(refusalOf(() => readProgramme('pretalx-json', text, null)).code).toBe('programme.zone_missing');
    expect(warningsOf(text, 'Europe/Berlin')).toContainEqual(['bad_value', 'conference.time_zone_name']);
  });

  it.each([
    ['a field that nobody knows', session({ mood: 'good' }), ['unknown_field', 'days[0].rooms["Hall"][0].mood']],
    ['no title', session({ title: '' }), ['missing_field', 'days[0].rooms["Hall"][0].title']],
    ['a title that is no text', session({ title: ['x'] }), ['bad_value', 'days[0].rooms["Hall"][0].title']],
    ['no duration', session({ duration: null }), ['missing_field', 'days[0].rooms["Hall"][0].duration']],
    ['a strange duration', session({ duration: 'long' }), ['bad_value', 'days[0].rooms["Hall"][0].duration']],
    ['a type of its own', session({ type: 'Karaoke' }), ['bad_value', 'days[0].rooms["Hall"][0].type']],
    ['an id that is no number', session({ id: 'x1' }), ['bad_value', 'days[0].rooms["Hall"][0].id']],
    ['no id at all', session({ id: null, guid: '' }), ['missing_field', 'days[0].rooms["Hall"][0].guid']],
    ['persons that are none', session({ persons: 'x' }), ['bad_value', 'days[0].rooms["Hall"][0].persons']],
    [
      'a person without a name',
      session({ persons: [{ id: 3 }] }),
      ['missing_field', 'days[0].rooms["Hall"][0].persons[0].name'],
    ],
    ['a very long title', session({ title: 'x'.repeat(400) }), ['bad_value', 'days[0].rooms["Hall"][0].title']],
  ])('imports a session with %s, and says so', (_, fields, warning) => {
    const programme = readProgramme('pretalx-json', json([fields]), null);
    expect(programme.sessions).toHaveLength(1);
    expect(programme.warnings.map(({ code, where }) => [code, where])).toContainEqual(warning);
  });

  it.each([
    ['without any time', session({ date: undefined, start: undefined }), 'missing_field'],
    ['at no time of day', session({ date: undefined, start: '25:99' }), 'bad_value'],
    ['in the year 9999', session({ date: '9999-12-31T23:00:00Z' }), 'bad_value'],
    ['that is a number', 7, 'bad_value'],
  ])('leaves out a session %s, and says so', (_, fields, code) => {
    const programme = readProgramme('pretalx-json', json([fields as object, session({ guid: 'g2' })]), null);
    expect(programme.sessions.map(({ externalId }) => externalId)).toEqual(['g2']);
    expect(programme.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('keeps both sessions that carry one id', () => {
    const programme = readProgramme('pretalx-json', json([session(), session({ title: 'Again' })]), null);
    expect(programme.sessions.map(({ externalId }) => externalId)).toEqual(['g1', 'g1#2']);
    expect(programme.warnings.map(({ code }) => code)).toEqual(['duplicate_id']);
  });

  it('says the same thing once, with a count', () => {
    const programme = readProgramme('pretalx-json', json([session({ a: 1 }), session({ guid: 'g2', a: 1 })]), null);
    expect(programme.warnings).toEqual([
      {
        where: 'days[0].rooms["Hall"][0].a',
        code: 'unknown_field',
        text: 'The field "a" is not known here and was ignored. (2 times in the file)',
      },
    ]);
  });
});

describe('frab XML', () => {
  const text = fixture('webinar.frab.xml');

  it('is read in the zone given, with a warning for what it lacks', () => {
    const programme = readProgramme('pentabarf-xml', text, 'Europe/Brussels');
    expect(instants(programme)).toEqual([
      ['2027-03-25T08:00:00Z', '2027-03-25T08:50:00Z'],
      // 00:30 before the day change at 04:00 is the night after the day.
      ['2027-03-25T23:30:00Z', '2027-03-25T23:50:00Z'],
    ]);
    expect(programme.warnings.map(({ code, where }) => [code, where])).toEqual([
      ['unknown_field', 'day[0].room["Online"].event[1].moderator'],
      ['missing_field', 'conference.time_zone_name'],
      ['bad_value', 'day[0].room["Online"].event[1].type'],
    ]);
    expect(programme.sessions[0]).toMatchObject({
      externalId: '77c1a2b0-1111-5222-8333-000000000501',
      title: { en: 'Textiles that come back & stay', ja: null, original: 'en' },
      abstract: { en: 'From fibre to fibre.\n\nNumbers & lessons.', ja: null, original: 'en' },
      track: 'Circular economy',
      room: 'Online',
      speakers: ['21', '22'],
    });
    expect(programme.speakers.map(({ name }) => name)).toEqual(['Ines Caldeira', '尾形 すみれ']);
  });

  it('asks for the zone', () => {
    expect(refusalOf(() => readProgramme('pentabarf-xml', text, null)).code).toBe('programme.zone_missing');
  });
});

describe('a file that is no schedule', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${[1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((n) => `<!ENTITY lol${n} "${`&lol${n === 1 ? '' : n - 1};`.repeat(10)}">`)
    .join('')}]><schedule><day index="1"><room name="&lol9;"/></day></schedule>`;

  it.each([
    ['pretalx-json', 'nothing', ''],
    ['pretalx-json', 'a broken text', '{"schedule": {'],
    ['pretalx-json', 'an array', '[]'],
    ['pretalx-json', 'another object', '{"hello": "world"}'],
    ['pretalx-json', 'days that are no list', '{"schedule": {"conference": {"days": {"length": 3}}}}'],
    ['pretalx-json', 'a deep nest', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['pretalx-json', 'XML', '<schedule/>'],
    ['pretalx-json', 'more sessions than any conference has', json(Array.from({ length: 5_001 }, () => session()))],
    ['pentabarf-xml', 'nothing', ''],
    ['pentabarf-xml', 'JSON', '{}'],
    ['pentabarf-xml', 'a broken text', '<schedule><day>'],
    ['pentabarf-xml', 'another document', '<html><body/></html>'],
    ['pentabarf-xml', 'a billion laughs', laughs],
    [
      'pentabarf-xml',
      'a foreign entity',
      '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule><day>&x;</day></schedule>',
    ],
    ['pentabarf-xml', 'a deep nest', xml(`${'<room>'.repeat(50_000)}${'</room>'.repeat(50_000)}`)],
  ] as const)('%s: %s is refused, and says why', (format, _, text) => {
    const refusal = refusalOf(() => readProgramme(format, text, 'Europe/Brussels'));
    expect(refusal).toEqual({ code: 'programme.unreadable', why: expect.any(String) });
    expect(String(refusal.why).length).toBeLessThan(200);
  });

  it('is never quoted back', () => {
    const { why } = refusalOf(() => readProgramme('pretalx-json', '{"secret-of-the-file" oops}', null));
    expect(why).toBe('The file is not JSON: line 1, column 23.');
  });

  it('takes no names that programs reserve for themselves', () => {
    const text = `{"schedule":{"conference":{"acronym":"x","days":[{"date":"2027-01-26","rooms":{"__proto__":[{"__proto__":{"polluted":1},"guid":"g","title":"T","date":"2027-01-26T09:00:00Z"}]}}]}}}`;
    expect(readProgramme('pretalx-json', text, null).sessions.map(({ room }) => room)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never makes anything but a programme or one of the two refusals, whatever the sessions hold', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.object(),
    );
    const names = [
      'guid',
      'id',
      'date',
      'start',
      'duration',
      'title',
      'type',
      'language',
      'persons',
      'translations',
      'track',
    ];
    const anySession = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 4 }), fc.dictionary(fc.string(), value), (sessions, conference) => {
        const days = [{ date: '2027-01-26', rooms: { Hall: sessions } }];
        const text = json([], { ...conference, days });
        try {
          const programme = readProgramme('pretalx-json', text, 'Asia/Tokyo');
          for (const { startsAt, endsAt, title } of programme.sessions) {
            expect(Temporal.Instant.compare(startsAt, endsAt)).toBeLessThan(0);
            expect(title[title.original]).toBeTruthy();
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
