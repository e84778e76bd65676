import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, ProgrammeView, SessionView, SpeakerRow } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import {
  type FileSession,
  importInput,
  importProgramme,
  programmeFile,
  releaseProgramme,
} from '../../../../test/builders/programmes.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Draft } from '../index.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
const freshEvent = async () => ({ event, organiser } = await newEvent(app));

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../test/fixtures/programme/${name}`, import.meta.url), 'utf8');
const send = (sessions: readonly FileSession[], given: Parameters<typeof importInput>[1] = {}, acronym?: string) =>
  importProgramme(app, organiser, event, importInput(programmeFile(event, sessions, acronym), given));
const release = (name?: string) => releaseProgramme(app, organiser, event, name);
const draft = async () =>
  (await app.http(organiser).get<ProgrammeView>(`/api/events/${event.eventId}/programme/draft`)).body;
const published = async (viewer: TestPerson | null = null) =>
  (await app.http(viewer).get<ProgrammeView>(`/api/events/${event.eventId}/programme`)).body;
const titles = ({ sessions }: ProgrammeView) => sessions.map(({ title, state }) => `${title.en} (${state})`);
const instant = (minutes: number) => new Date(Date.parse(event.startsAt) + minutes * 60_000).toISOString();

describe('importing', () => {
  it('fills the draft from a file, and the public sees it with the release', async () => {
    await freshEvent();
    const given = importInput(fixture('conference.pretalx.json'));
    const { status, body } = await importProgramme(app, organiser, event, given);
    expect({ status, ...body, warnings: new Set(body.warnings.map(({ code }) => code)) }).toEqual({
      status: 200,
      dryRun: false,
      sessions: { created: 4, updated: 0, unchanged: 0, cancelled: 0 },
      rooms: 2,
      tracks: 2,
      speakers: 2,
      warnings: new Set(['outside_event']),
    });
    expect(await published()).toEqual({ eventId: event.eventId, release: null, sessions: [] });
    expect((await release('First plan')).status).toBe(201);
    const shown = await published();
    expect(shown.release).toMatchObject({ number: 1, name: 'First plan' });
    expect(shown.sessions[1]).toEqual({
      sessionId: expect.any(String),
      eventId: event.eventId,
      kind: 'keynote',
      state: 'scheduled',
      title: { en: 'Energy in the hands of regions', ja: '地域が主役のエネルギー転換', original: 'ja' },
      subtitle: { en: 'What municipalities learnt', ja: '自治体の実践から', original: 'ja' },
      abstract: {
        en: null,
        ja: '地域新電力の十年を振り返ります。\n\n住民、企業、自治体の役割を考えます。',
        original: 'ja',
      },
      startsAt: '2027-01-26T08:15:00.000Z',
      endsAt: '2027-01-26T09:00:00.000Z',
      room: 'Main stage',
      roomLocal: null,
      track: 'Plenary',
      trackLocal: null,
      languages: ['ja'],
      interpreted: true,
      speakers: [
        {
          speakerId: expect.any(String),
          name: 'Midori Hayasaka',
          nameLocal: '早坂 みどり',
          biography: 'Runs a community energy company.',
          organisation: 'Kazemachi Energy',
          organisationLocal: null,
        },
      ],
      online: true,
    });
    const { sessionId } = shown.sessions[1]!;
    expect((await app.http().get<SessionView>(`/api/sessions/${sessionId}`)).body).toEqual(shown.sessions[1]);
  });

  it('updates by source and id: the same session keeps its identity, what is gone is cancelled, what is back comes back', async () => {
    await freshEvent();
    const [a, b, c]: [FileSession, FileSession, FileSession] = [
      { guid: 'a', title: 'A' },
      { guid: 'b', title: 'B', from: 30 },
      { guid: 'c', title: 'C', from: 60 },
    ];
    const counts = async (sessions: FileSession[]) => (await send(sessions)).body.sessions;
    expect(await counts([a, b, c])).toEqual({ created: 3, updated: 0, unchanged: 0, cancelled: 0 });
    const ids = (await draft()).sessions.map(({ sessionId }) => sessionId);
    expect(await counts([a, b, c])).toEqual({ created: 0, updated: 0, unchanged: 3, cancelled: 0 });
    expect(await counts([a, { ...b, title: 'B moved', room: 'Other' }])).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
      cancelled: 1,
    });
    expect(titles(await draft())).toEqual(['A (scheduled)', 'B moved (scheduled)', 'C (cancelled)']);
    expect(await counts([a, b, c])).toEqual({ created: 0, updated: 2, unchanged: 1, cancelled: 0 });
    expect((await draft()).sessions.map(({ sessionId }) => sessionId)).toEqual(ids);
  });

  it('leaves sessions of another source alone', async () => {
    await freshEvent();
    await send([{ guid: 'a', title: 'Of one' }], {}, 'one');
    await send([{ guid: 'a', title: 'Of two', from: 30 }], {}, 'two');
    await send([], {}, 'one');
    expect(titles(await draft())).toEqual(['Of one (cancelled)', 'Of two (scheduled)']);
  });

  it('changes nothing in a dry run, and reports the same', async () => {
    await freshEvent();
    await send([{ guid: 'a' }]);
    const before = await draft();
    const next = [{ guid: 'b', room: 'New room', persons: [{ code: 'X', public_name: 'New person' }] }];
    const dry = await send(next, { dryRun: true });
    expect(await draft()).toEqual(before);
    const rooms = await app.db.query('SELECT name FROM programme_room WHERE event_id = $1', [event.eventId]);
    expect(rooms).toEqual([{ name: 'Hall' }]);
    expect((await send(next)).body).toEqual({ ...dry.body, dryRun: false });
  });

  it('takes XML in the zone that the organiser names', async () => {
    await freshEvent();
    const given = importInput(fixture('webinar.frab.xml'), { format: 'pentabarf-xml' });
    expect(await importProgramme(app, organiser, event, given)).toMatchObject({
      status: 422,
      body: { code: 'programme.zone_missing' },
    });
    expect((await draft()).sessions).toEqual([]);
    const { body } = await importProgramme(app, organiser, event, { ...given, zone: 'Europe/Brussels' });
    expect(body.sessions.created).toBe(2);
    expect((await draft()).sessions[0]!.startsAt).toBe('2027-03-25T08:00:00.000Z');
  });

  it.each([
    ['no JSON', { text: 'hello, world' }],
    ['JSON of another kind', { text: '{"hello": "world"}' }],
    ['a deep nest', { text: '['.repeat(100_000) }],
    [
      'a billion laughs',
      {
        format: 'pentabarf-xml' as const,
        text: '<!DOCTYPE x [<!ENTITY a "aaaa">]><schedule><day>&a;</day></schedule>',
      },
    ],
  ])('refuses %s as a whole', async (_, given) => {
    await freshEvent();
    await send([{ guid: 'a' }]);
    const before = await draft();
    expect(await importProgramme(app, organiser, event, importInput('', given))).toMatchObject({
      status: 422,
      body: { code: 'programme.unreadable', data: { why: expect.any(String) } },
    });
    expect(await draft()).toEqual(before);
  });

  it('refuses a file above 4 MiB, and one that is far too large', async () => {
    await freshEvent();
    const large = await importProgramme(app, organiser, event, importInput(' '.repeat(5 * 1_024 * 1_024)));
    expect(large).toMatchObject({ status: 400, body: { code: 'request.invalid', issues: [{ path: 'text' }] } });
    const huge = await importProgramme(app, organiser, event, importInput(' '.repeat(17 * 1_024 * 1_024)));
    expect(huge).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
  });

  it('warns of a linked speaker’s confirmed meeting, of clashes and of times outside of the event', async () => {
    await freshEvent();
    const persons = [{ code: 'SPEAK1', public_name: 'Somebody' }];
    await send([{ guid: 'a', title: 'A', persons }]);
    const speaker = await newPerson(app);
    await app.transactions.run((tx) => app.app.get(Draft).linkSpeaker(tx, event.eventId, 'SPEAK1', speaker.userId));
    await app.db.query(
      `INSERT INTO commitment (user_id, event_id, kind, source_id, during, title_en, title_ja, uid, sequence)
       VALUES ($1, $2, 'meeting', uuidv7(), tstzrange($3, $4), 'M', 'M', 'm', 0)`,
      [speaker.userId, event.eventId, instant(20), instant(40)],
    );
    const { body } = await send([
      { guid: 'a', title: 'A', persons },
      { guid: 'b', title: 'B', from: 15, persons },
      { guid: 'c', title: 'C', from: -60 },
    ]);
    expect(body.warnings.map(({ code, text }) => `${code}: ${text}`)).toEqual([
      'outside_event: "C" is not within the time of the event.',
      'clash_room: "A" and "B" are both in "Hall" at the same time.',
      'clash_speaker: Somebody speaks in "A" and in "B" at the same time.',
      'clash_speaker: A speaker of "A" has a confirmed meeting then.',
      'clash_speaker: A speaker of "B" has a confirmed meeting then.',
    ]);
  });

  it('keeps a speaker linked through later files', async () => {
    await freshEvent();
    const session = { guid: 'a', persons: [{ code: 'SPEAK1', public_name: 'Somebody' }] };
    await send([session]);
    const speaker = await newPerson(app);
    const link = (code: string) =>
      app.transactions.run((tx) => app.app.get(Draft).linkSpeaker(tx, event.eventId, code, speaker.userId));
    expect([await link('SPEAK1'), await link('NOBODY')]).toEqual([true, false]);
    await send([{ ...session, title: 'Renamed', persons: [{ code: 'SPEAK1', public_name: 'Somebody Else' }] }]);
    const { body } = await app.http(organiser).get<SpeakerRow[]>(`/api/events/${event.eventId}/programme/speakers`);
    expect(body).toMatchObject([{ name: 'Somebody Else', account: { userId: speaker.userId } }]);
  });

  it('does not grow in statements with the file', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      guid: `m${i}`,
      from: i,
      room: `Room ${i}`,
      persons: [{ code: `P${i}`, public_name: `Person ${i}` }],
    }));
    await freshEvent();
    const few = await countQueries(app, () => send(many.slice(0, 3)));
    await freshEvent();
    expect(await countQueries(app, () => send(many))).toBe(few);
  });

  it('does one import of an event at a time', async () => {
    await freshEvent();
    const answers = await Promise.all([1, 2, 3, 4].map((i) => send([{ guid: 'a', title: `Version ${i}` }])));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.sessions.created, 0)).toBe(1);
  });
});
