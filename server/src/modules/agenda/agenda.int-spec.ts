import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaItem, CalendarFeed, EventView, FeedPage } from '@musubi/contracts';
import { newEvent } from '../../../test/builders/events.js';
import { crowd } from '../../../test/builders/meetings.js';
import { newPerson, type TestPerson } from '../../../test/builders/people.js';
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
import type { Tx } from '../../platform/index.js';
import { Agenda, type NewCommitment } from './index.js';

let app: TestApp;
let agenda: Agenda;
let event: EventView;
let organiser: TestPerson;
let me: TestPerson;
beforeAll(async () => {
  app = await startApp();
  agenda = app.app.get(Agenda);
});
afterAll(() => app.close());

const instant = (minutes: number) => new Date(Date.parse(event.startsAt) + minutes * 60_000).toISOString();
const meeting = (userId: string, from: number, given: Partial<NewCommitment> = {}): NewCommitment => ({
  userId,
  eventId: event.eventId,
  kind: 'meeting',
  sourceId: randomUUID(),
  startsAt: new Date(instant(from)),
  endsAt: new Date(instant(from + 20)),
  title: { en: 'Meeting', ja: '面談' },
  uid: 'meeting-1@musubi',
  sequence: 0,
  ...given,
});
const commit = (...commitments: NewCommitment[]) => app.transactions.run((tx) => agenda.commit(tx, commitments));
const mine = async (person = me) =>
  (await app.http(person).get<AgendaItem[]>(`/api/events/${event.eventId}/agenda`)).body;
const feedOf = async (person: TestPerson) =>
  (await app.http(person).get<FeedPage>('/api/me/feed?after=0')).body.entries;

/** An event with these sessions published, and somebody who takes part. */
async function withSessions(sessions: readonly FileSession[]): Promise<string[]> {
  ({ event, organiser } = await newEvent(app));
  me = await newParticipant(app, event.eventId);
  return publish(sessions);
}
async function publish(sessions: readonly FileSession[]): Promise<string[]> {
  await importProgramme(app, organiser, event, importInput(programmeFile(event, sessions)));
  const { body } = await releaseProgramme(app, organiser, event);
  return body.sessions.map(({ sessionId }) => sessionId);
}
const pathTo = (sessionId: string, of = event) => `/api/events/${of.eventId}/agenda/${sessionId}`;

describe('commitments', () => {
  it('are entered, moved and given back, and their owner hears of each change once', async () => {
    ({ event, organiser } = await newEvent(app));
    me = await newParticipant(app, event.eventId);
    const before = (await feedOf(me)).length;
    const one = meeting(me.userId, 0);
    await commit(one);
    await commit(one);
    await commit({ ...one, startsAt: new Date(instant(60)), endsAt: new Date(instant(80)), sequence: 1 });
    expect(await mine()).toEqual([
      {
        kind: 'meeting',
        sourceId: one.sourceId,
        eventId: event.eventId,
        startsAt: instant(60),
        endsAt: instant(80),
        title: { en: 'Meeting', ja: '面談' },
      },
    ]);
    const freed = await app.transactions.run((tx) => agenda.release(tx, { kind: 'meeting', sourceId: one.sourceId }));
    expect(freed).toEqual([me.userId]);
    expect(await mine()).toEqual([]);
    expect((await feedOf(me)).slice(before).map(({ kind, ids }) => [kind, ids])).toEqual(
      [1, 2, 3].map(() => ['agenda.changed', { eventId: event.eventId }]),
    );
  });

  it('are given back for some people only, where that is asked', async () => {
    const [a, b] = [await newPerson(app), await newPerson(app)];
    const sourceId = randomUUID();
    await commit(meeting(a.userId, 0, { sourceId }), meeting(b.userId, 0, { sourceId }));
    await app.transactions.run((tx) => agenda.release(tx, { kind: 'meeting', sourceId, userIds: [a.userId] }));
    const busy = await agenda.busy([a.userId, b.userId], new Date(instant(0)), new Date(instant(60)));
    expect([busy.get(a.userId)!.length, busy.get(b.userId)!.length]).toEqual([0, 1]);
  });

  it('say when people are busy, half-open, in one statement for any number of people', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => newPerson(app)));
    await commit(...people.map(({ userId }) => meeting(userId, 0)));
    const ids = people.map(({ userId }) => userId);
    const busy = (from: number, to: number, who = ids) =>
      agenda.busy(who, new Date(instant(from)), new Date(instant(to)));
    expect((await busy(-30, 0)).get(ids[0]!)).toEqual([]);
    expect((await busy(20, 60)).get(ids[0]!)).toEqual([]);
    expect((await busy(19, 60)).get(ids[0]!)).toEqual([
      { start: Temporal.Instant.from(instant(0)), end: Temporal.Instant.from(instant(20)) },
    ]);
    expect((await busy(0, 60)).size).toBe(20);
    expect(await countQueries(app, () => busy(0, 60, ids.slice(0, 1)))).toBe(1);
    expect(await countQueries(app, () => busy(0, 60))).toBe(1);
  });

  it('of many people are entered by many at once without a deadlock', async () => {
    const people = await crowd(app, event.eventId, 200);
    const sourceId = randomUUID();
    const all = (sequence: number) => people.map(({ userId }) => meeting(userId, 0, { sourceId, sequence }));
    // Past the retries of a transaction: each deadlock shows.
    const bare = (given: NewCommitment[]) =>
      app.db.transaction((em) => agenda.commit({ em, tell: () => undefined } as unknown as Tx, given));
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 8 }, (_, i) => bare(i % 2 ? all(i) : all(i).reverse())));
    }
    const ids = people.map(({ userId }) => userId);
    const busy = await agenda.busy(ids, new Date(instant(0)), new Date(instant(20)));
    expect([...busy.values()].map((intervals) => intervals.length)).toEqual(people.map(() => 1));
  });

  it('never end before they start', async () => {
    await expect(commit(meeting(me.userId, 0, { endsAt: new Date(instant(0)) }))).rejects.toThrow(
      'commitment_during_sound',
    );
  });
});

describe('the calendar feed', () => {
  const urlOf = async (person: TestPerson) => (await app.http(person).get<CalendarFeed>('/api/me/calendar')).body.url;
  const read = (url: string) => app.http().get<string>(new URL(url).pathname);
  const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

  it('has one secret address per person that shows the agenda of all events to whoever holds it', async () => {
    const [sessionId] = await withSessions([{ guid: 'a', title: 'A talk' }]);
    await app.http(me).put(pathTo(sessionId!));
    const url = await urlOf(me);
    expect(await urlOf(me)).toBe(url);
    expect(new URL(url).pathname).toMatch(/^\/api\/calendars\/[\w-]{43}\.ics$/);
    const { status, headers, body } = await read(url);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    const lines = unfolded(body);
    expect(lines).toEqual(
      expect.arrayContaining(['BEGIN:VTIMEZONE', `UID:session-${sessionId}@musubi`, 'SUMMARY:A talk']),
    );
    expect(lines.filter((line) => line.startsWith('DTSTART;'))).toEqual([expect.stringContaining('TZID=Asia/Tokyo')]);
    await app.http(me).delete(pathTo(sessionId!));
    expect(unfolded((await read(url)).body).filter((line) => line === 'BEGIN:VEVENT')).toEqual([]);
  });

  it('keeps only a hash of the secret', async () => {
    const person = await newPerson(app);
    const token = /calendars\/(.+)\.ics/.exec(await urlOf(person))![1]!;
    const [row] = await app.db.query('SELECT * FROM calendar_feed WHERE user_id = $1', [person.userId]);
    expect(JSON.stringify(row)).not.toContain(token);
    expect((row as { token_hash: Buffer }).token_hash).toHaveLength(32);
  });

  it('stops at the old address when it is renewed, once per press of the button', async () => {
    const person = await newPerson(app);
    const old = await urlOf(person);
    const key = newKey();
    const renew = () => app.http(person).post<CalendarFeed>('/api/me/calendar/renew', {}, { key });
    const [first, again] = [await renew(), await renew()];
    expect(first.body).toEqual(again.body);
    expect(first.body.url).not.toBe(old);
    expect(await urlOf(person)).toBe(first.body.url);
    expect([(await read(old)).status, (await read(first.body.url)).status]).toEqual([404, 200]);
  });

  it('can be renewed before it was ever asked for', async () => {
    const person = await newPerson(app);
    const { body } = await app.http(person).post<CalendarFeed>('/api/me/calendar/renew');
    expect(await urlOf(person)).toBe(body.url);
  });

  it('is nowhere for an address that never was', async () => {
    for (const file of ['x.ics', `${'a'.repeat(43)}.ics`, 'null', '%00.ics']) {
      expect([file, (await app.http().get(`/api/calendars/${file}`)).status]).toEqual([file, 404]);
    }
    expect((await app.http().get('/api/me/calendar')).status).toBe(401);
  });
});
