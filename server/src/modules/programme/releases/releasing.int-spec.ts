import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, ProgrammeView, ReleaseSummary } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { type TestPerson } from '../../../../test/builders/people.js';
import {
  type FileSession,
  importInput,
  importProgramme,
  programmeFile,
  releaseProgramme,
} from '../../../../test/builders/programmes.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
const freshEvent = async () => ({ event, organiser } = await newEvent(app));
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

  it('shows what rooms, tracks and organisations are called in Japanese; a later file that is silent of a room leaves its name', async () => {
    await freshEvent();
    const person = { code: 'A', public_name: 'Ada', organisation: 'Ports' };
    const inJapanese = { translations: { ja: { organisation: '港湾' } } };
    const local = async () =>
      (await published()).sessions.map(({ roomLocal, trackLocal, speakers }) => [
        roomLocal,
        trackLocal,
        speakers[0]!.organisationLocal,
      ]);
    const plain = { guid: 'a', track: 'Plenary', persons: [person] };
    await send([plain]);
    await release();
    expect(await local()).toEqual([[null, null, null]]);
    const track = { en: 'Plenary', ja: '全体会' };
    await send([{ ...plain, track, persons: [{ ...person, ...inJapanese }] }]);
    await release();
    expect(await local()).toEqual([[null, '全体会', '港湾']]);
    expect((await changelog())[0]!.changes).toMatchObject([{ kind: 'changed', was: null, now: null }]);
    await send([{ ...plain, from: 5 }]);
    await release();
    expect(await local()).toEqual([[null, '全体会', null]]);
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
