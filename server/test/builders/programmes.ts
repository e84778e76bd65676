import type { EventView, ImportReport, ProgrammeImport, ProgrammeView, SessionView } from '@musubi/contracts';
import { Draft } from '../../src/modules/programme/index.js';
import { nextSeed } from '../draws.js';
import type { TestApp } from '../start-app.js';
import { newEvent } from './events.js';
import { newPerson, type TestPerson } from './people.js';

/** A session as pretalx writes it; times are minutes after the event's start. */
export interface FileSession {
  guid: string;
  title?: string;
  from?: number;
  minutes?: number;
  room?: string;
  type?: string;
  persons?: { code: string; public_name: string }[];
  [field: string]: unknown;
}

/** A file in pretalx JSON with these sessions. */
export function programmeFile(event: EventView, sessions: readonly FileSession[], acronym = 'test'): string {
  const rooms = Map.groupBy(sessions, ({ room = 'Hall' }) => room);
  const entry = ({ title = 'A talk', from = 0, minutes = 30, room: _room, ...rest }: FileSession, id: number) => ({
    id: id + 1,
    date: new Date(Date.parse(event.startsAt) + from * 60_000).toISOString(),
    duration: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    title,
    type: 'Talk',
    ...rest,
  });
  const days = [
    {
      index: 1,
      date: event.startsAt.slice(0, 10),
      rooms: Object.fromEntries([...rooms].map(([room, own]) => [room, own.map(entry)])),
    },
  ];
  return JSON.stringify({ schedule: { version: '1', conference: { acronym, title: acronym, days } } });
}

export function importInput(text: string, given: Partial<ProgrammeImport> = {}): ProgrammeImport {
  return { format: 'pretalx-json', text, zone: null, dryRun: false, ...given };
}

export function importProgramme(app: TestApp, organiser: { cookie: string }, event: EventView, input: ProgrammeImport) {
  return app.http(organiser).post<ImportReport>(`/api/events/${event.eventId}/programme/imports`, input);
}

export function releaseProgramme(app: TestApp, organiser: { cookie: string }, event: EventView, name = 'Release') {
  return app.http(organiser).post<ProgrammeView>(`/api/events/${event.eventId}/programme/releases`, { name });
}

/** An event with one published talk and somebody who speaks in it. */
export async function newTalk(app: TestApp): Promise<{
  event: EventView;
  organiser: TestPerson;
  session: SessionView;
  speaker: TestPerson;
}> {
  const { event, organiser } = await newEvent(app);
  const guid = nextSeed();
  const person = { code: 'SPEAK1', public_name: 'Somebody who speaks' };
  await importProgramme(app, organiser, event, importInput(programmeFile(event, [{ guid, persons: [person] }])));
  const speaker = await newPerson(app);
  await app.transactions.run((tx) => app.app.get(Draft).linkSpeaker(tx, event.eventId, 'SPEAK1', speaker.userId));
  const { body } = await releaseProgramme(app, organiser, event);
  return { event, organiser, session: body.sessions[0]!, speaker };
}
