import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaItem, EventView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import {
  type FileSession,
  importInput,
  importProgramme,
  programmeFile,
  releaseProgramme,
} from '../../../../test/builders/programmes.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Agenda } from '../../agenda/index.js';
import { Draft, Releases } from '../index.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let me: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const instant = (minutes: number) => new Date(Date.parse(event.startsAt) + minutes * 60_000).toISOString();
const mine = async (person = me) =>
  (await app.http(person).get<AgendaItem[]>(`/api/events/${event.eventId}/agenda`)).body;

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

describe('saving a session', () => {
  it('enters it, follows it through releases, and takes it out when it is cancelled', async () => {
    const talk = { guid: 'a', title: 'A talk' };
    const other = { guid: 'z', title: 'Another', from: 300 };
    const [sessionId] = await withSessions([talk, other]);
    expect((await app.http(me).put(pathTo(sessionId!))).status).toBe(204);
    expect((await app.http(me).put(pathTo(sessionId!))).status).toBe(204);
    expect(await mine()).toMatchObject([{ kind: 'session', sourceId: sessionId, startsAt: instant(0) }]);
    await publish([{ ...talk, from: 90 }, other]);
    expect(await mine()).toMatchObject([{ sourceId: sessionId, startsAt: instant(90), endsAt: instant(120) }]);
    await publish([other]);
    expect(await mine()).toEqual([]);
    await publish([talk, other]);
    expect(await mine()).toMatchObject([{ sourceId: sessionId, startsAt: instant(0) }]);
    expect((await app.http(me).delete(pathTo(sessionId!))).status).toBe(204);
    expect((await app.http(me).delete(pathTo(sessionId!))).status).toBe(204);
    expect(await mine()).toEqual([]);
    await publish([{ ...talk, from: 10 }, other]);
    expect(await mine()).toEqual([]);
  });

  it('raises the calendar’s sequence only when time, title or state change', async () => {
    const talk = { guid: 'a', title: 'A talk' };
    const [sessionId] = await withSessions([talk]);
    await app.http(me).put(pathTo(sessionId!));
    const sequence = async () => (await app.app.get(Agenda).allOf(me.userId)).map((kept) => kept.sequence);
    expect(await sequence()).toEqual([0]);
    await publish([{ ...talk, abstract: 'More to read.' }]);
    expect(await sequence()).toEqual([0]);
    await publish([{ ...talk, title: 'Renamed' }]);
    expect(await sequence()).toEqual([1]);
    await publish([{ ...talk, title: 'Renamed', from: 15 }]);
    expect(await sequence()).toEqual([2]);
  });

  it('takes a speaker once: as a speaker', async () => {
    ({ event, organiser } = await newEvent(app));
    me = await newParticipant(app, event.eventId);
    const talk = { guid: 'a', persons: [{ code: 'SPEAK1', public_name: 'Me' }] };
    await importProgramme(app, organiser, event, importInput(programmeFile(event, [talk])));
    await app.transactions.run((tx) => app.app.get(Draft).linkSpeaker(tx, event.eventId, 'SPEAK1', me.userId));
    const { body } = await releaseProgramme(app, organiser, event);
    expect(await mine()).toMatchObject([{ kind: 'speaking' }]);
    await app.http(me).put(pathTo(body.sessions[0]!.sessionId));
    expect(await mine()).toMatchObject([{ kind: 'speaking' }]);
    await publish([{ guid: 'a', persons: [] }]);
    expect(await mine()).toMatchObject([{ kind: 'session' }]);
  });

  it('never leaves an agenda behind the release that comes in the same moment', async () => {
    const [sessionId] = await withSessions([{ guid: 'a' }]);
    await importProgramme(app, organiser, event, importInput(programmeFile(event, [{ guid: 'a', from: 45 }])));
    let saved: Promise<{ status: number }>;
    await app.transactions.run(async (tx) => {
      await app.app.get(Releases).add(tx, event.eventId, 'Second');
      // The release is made and not yet committed: who saves now must not get the times of the one before.
      saved = app.http(me).put(pathTo(sessionId!));
      await sleep(300);
    });
    expect((await saved!).status).toBe(204);
    expect((await mine()).map(({ startsAt }) => startsAt)).toEqual([instant(45)]);
  });

  it('is for participants, and for published sessions of this event', async () => {
    const [sessionId] = await withSessions([{ guid: 'a' }]);
    const stranger = await newPerson(app);
    const here = event;
    const { event: elsewhere } = await newEvent(app);
    const both = await newParticipant(app, elsewhere.eventId);
    const status = async (person: TestPerson | null, path: string) => {
      const answers = [await app.http(person).put(path), await app.http(person).delete(path)];
      return answers.map((answer) => `${answer.status} ${answer.body.code}`);
    };
    expect(await status(null, pathTo(sessionId!, here))).toEqual(Array(2).fill('401 login.required'));
    expect(await status(stranger, pathTo(sessionId!, here))).toEqual(Array(2).fill('403 registration.required'));
    expect(await status(both, pathTo(sessionId!, elsewhere))).toEqual(Array(2).fill('404 not_found'));
    expect(await status(me, pathTo(randomUUID(), here))).toEqual(Array(2).fill('404 not_found'));
    expect((await app.http(me).put(pathTo(sessionId!, here), { note: 'x' })).body.code).toBe('request.invalid');
    expect((await app.http(stranger).get(`/api/events/${here.eventId}/agenda`)).body.code).toBe(
      'registration.required',
    );
  });
});
