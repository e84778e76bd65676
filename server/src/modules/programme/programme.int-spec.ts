import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, ProgrammeView, ReleaseSummary, SessionView } from '@musubi/contracts';
import { newEvent } from '../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../test/builders/people.js';
import {
  type FileSession,
  importInput,
  importProgramme,
  programmeFile,
  releaseProgramme,
} from '../../../test/builders/programmes.js';
import { newParticipant } from '../../../test/builders/registrations.js';
import { countQueries } from '../../../test/query-count.js';
import { newKey, startApp, type TestApp } from '../../../test/start-app.js';
import { Draft } from './index.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
const freshEvent = async () => ({ event, organiser } = await newEvent(app));

const fixture = (name: string) =>
  readFileSync(new URL(`../../../test/fixtures/programme/${name}`, import.meta.url), 'utf8');
const send = (sessions: readonly FileSession[], given: Parameters<typeof importInput>[1] = {}, acronym?: string) =>
  importProgramme(app, organiser, event, importInput(programmeFile(event, sessions, acronym), given));
const release = (name?: string) => releaseProgramme(app, organiser, event, name);
const draft = async () =>
  (await app.http(organiser).get<ProgrammeView>(`/api/events/${event.eventId}/programme/draft`)).body;
const published = async (viewer: TestPerson | null = null) =>
  (await app.http(viewer).get<ProgrammeView>(`/api/events/${event.eventId}/programme`)).body;
const changelog = async () =>
  (await app.http().get<ReleaseSummary[]>(`/api/events/${event.eventId}/programme/releases`)).body;
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
      track: 'Plenary',
      languages: ['ja'],
      interpreted: true,
      speakers: [
        {
          speakerId: expect.any(String),
          name: 'Midori Hayasaka',
          nameLocal: '早坂 みどり',
          biography: 'Runs a community energy company.',
          organisation: 'Kazemachi Energy',
          userId: null,
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
    expect((await draft()).sessions[0]!.speakers).toMatchObject([{ name: 'Somebody Else', userId: speaker.userId }]);
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

describe('releasing', () => {
  it('keeps a public changelog: added, moved, changed, cancelled', async () => {
    await freshEvent();
    await send([
      { guid: 'a', title: 'A' },
      { guid: 'b', title: 'B', from: 30 },
      { guid: 'c', title: 'C', from: 60 },
      { guid: 'd', title: 'D', from: 90 },
    ]);
    await release('First');
    const [a, b, c, d] = (await published()).sessions;
    await send([
      { guid: 'a', title: 'A', from: 5, room: 'Other' },
      { guid: 'b', title: 'B renamed', from: 30 },
      { guid: 'd', title: 'D', from: 90, abstract: 'More to read.' },
      { guid: 'e', title: 'E', from: 120 },
    ]);
    await release('Second');
    const [second, first] = await changelog();
    expect(second).toMatchObject({ number: 2, name: 'Second' });
    const ids = (changes: ReleaseSummary['changes']) =>
      changes.map(({ kind, sessionId, was, now }) => [kind, sessionId, was, now]);
    expect(ids(second!.changes)).toEqual([
      ['moved', a!.sessionId, instant(0), instant(5)],
      ['moved', a!.sessionId, 'Hall', 'Other'],
      ['changed', b!.sessionId, 'B', 'B renamed'],
      ['cancelled', c!.sessionId, instant(60), null],
      ['changed', d!.sessionId, null, null],
      ['added', expect.any(String), null, instant(120)],
    ]);
    expect(first!.changes.map(({ kind }) => kind)).toEqual(['added', 'added', 'added', 'added']);
    expect(titles(await published())).toEqual([
      'A (scheduled)',
      'B renamed (scheduled)',
      'C (cancelled)',
      'D (scheduled)',
      'E (scheduled)',
    ]);
  });

  it('shows no session that was cancelled before anybody saw it', async () => {
    await freshEvent();
    await send([
      { guid: 'a', title: 'A' },
      { guid: 'b', title: 'B', from: 30 },
    ]);
    await send([{ guid: 'a', title: 'A' }]);
    await release();
    expect(titles(await published())).toEqual(['A (scheduled)']);
    const gone = (await draft()).sessions.find(({ state }) => state === 'cancelled')!;
    expect((await app.http().get(`/api/sessions/${gone.sessionId}`)).status).toBe(404);
  });

  it('refuses when there is nothing new', async () => {
    await freshEvent();
    const nothing = { status: 409, body: { code: 'programme.nothing_to_publish' } };
    expect(await release()).toMatchObject(nothing);
    await send([{ guid: 'a' }]);
    expect((await release()).status).toBe(201);
    expect(await release()).toMatchObject(nothing);
    await send([{ guid: 'a' }]);
    expect(await release()).toMatchObject(nothing);
  });

  it('gives one release to many who press at once, and one to who presses twice', async () => {
    await freshEvent();
    await send([{ guid: 'a' }]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => release()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    await send([{ guid: 'a', title: 'Another' }]);
    const path = `/api/events/${event.eventId}/programme/releases`;
    const key = newKey();
    const twice = await Promise.all([1, 2].map(() => app.http(organiser).post(path, { name: 'Twice' }, { key })));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(twice[0]!.body).toEqual(twice[1]!.body);
    expect(await changelog()).toHaveLength(2);
  });

  it('tells whoever watches the event', async () => {
    await freshEvent();
    await send([{ guid: 'a' }]);
    const viewer = await newParticipant(app, event.eventId);
    const socket = app.socket(viewer).connect();
    try {
      const watched = await socket.emitWithAck('topic.watch', `event:${event.eventId}`);
      expect(watched).toMatchObject({ ok: true });
      const hint = new Promise((resolve) => socket.once('hint.given', resolve));
      await release();
      expect(await hint).toEqual({
        topic: `event:${event.eventId}`,
        kind: 'programme.changed',
        ids: { eventId: event.eventId },
      });
    } finally {
      socket.close();
    }
  });

  it('is read with at most four statements, whatever its size', async () => {
    await freshEvent();
    const sessions = Array.from({ length: 40 }, (_, i) => ({ guid: `s${i}`, from: i * 30 }));
    await send(sessions.slice(0, 1));
    await release();
    const path = `/api/events/${event.eventId}/programme`;
    const few = await countQueries(app, () => app.http().get(path));
    await send(sessions);
    await release();
    expect(await countQueries(app, () => app.http().get(path))).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });
});

describe('who may', () => {
  it('import, see the draft and release: only organisers of this event', async () => {
    await freshEvent();
    const { event: other } = await newEvent(app);
    const of = `/api/events/${event.eventId}/programme`;
    const calls = (who: TestPerson | null) =>
      Promise.all([
        app.http(who).post(`${of}/imports`, importInput(programmeFile(event, [{ guid: 'a' }]))),
        app.http(who).get(`${of}/draft`),
        app.http(who).post(`${of}/releases`, { name: 'Mine' }),
      ]);
    const statuses = async (who: TestPerson | null) => (await calls(who)).map(({ status }) => status);
    expect(await statuses(null)).toEqual([401, 401, 401]);
    expect(await statuses(await newParticipant(app, event.eventId))).toEqual([404, 404, 404]);
    expect(await statuses(await newOrganiser(app, other.eventId))).toEqual([404, 404, 404]);
    expect((await draft()).sessions).toEqual([]);
    expect((await statuses(await newOrganiser(app, event.eventId)))[0]).toBe(200);
  });

  it('see nothing of an event that is still a draft', async () => {
    const { organiser: anybody } = await newEvent(app);
    const { eventInput } = await import('../../../test/builders/events.js');
    const { body: hidden } = await app.http(anybody).post<EventView>('/api/events', eventInput());
    await importProgramme(app, anybody, hidden, importInput(programmeFile(hidden, [{ guid: 'a' }])));
    const { body } = await releaseProgramme(app, anybody, hidden);
    const paths = [
      `/api/events/${hidden.eventId}/programme`,
      `/api/events/${hidden.eventId}/programme/releases`,
      `/api/sessions/${body.sessions[0]!.sessionId}`,
    ];
    for (const path of paths) {
      expect([path, (await app.http().get(path)).status]).toEqual([path, 404]);
      expect([path, (await app.http(anybody).get(path)).status]).toEqual([path, 200]);
    }
  });

  it('is refused with a code for every malformed body and unknown id', async () => {
    await freshEvent();
    const of = `/api/events/${event.eventId}/programme`;
    const unknown = `/api/events/${crypto.randomUUID()}/programme`;
    const post = async (path: string, body: unknown) => {
      const answer = await app.http(organiser).post(path, body);
      return [answer.status, answer.body.code];
    };
    const input = importInput('{}');
    expect(await post(`${of}/imports`, { ...input, more: 1 })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, format: 'csv' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, zone: 'CET' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, dryRun: 'no' })).toEqual([400, 'request.invalid']);
    expect(await post(`${unknown}/imports`, importInput(programmeFile(event, [])))).toEqual([404, 'not_found']);
    expect(await post(`${of}/releases`, { name: '' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/releases`, { name: 'x', number: 7 })).toEqual([400, 'request.invalid']);
    expect(await post(`${unknown}/releases`, { name: 'x' })).toEqual([404, 'not_found']);
    expect(await post('/api/events/not-an-id/programme/releases', { name: 'x' })).toEqual([400, 'request.invalid']);
    expect((await app.http().get('/api/sessions/not-an-id')).status).toBe(400);
    expect((await app.http().get(`/api/sessions/${crypto.randomUUID()}`)).status).toBe(404);
  });
});
