import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CapturedMail, CapturedMailSummary, EventView, SessionView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import {
  type FileSession,
  importInput,
  importProgramme,
  programmeFile,
  releaseProgramme,
} from '../../../../test/builders/programmes.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let ada: TestPerson;
let bo: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ event, organiser } = await newEvent(app));
  [ada, bo] = [await newPerson(app, 'DE1'), await newPerson(app, 'JP-27')];
});

const persons = (...codes: string[]) => codes.map((code) => ({ code, public_name: code }));
const release = async (sessions: readonly FileSession[]): Promise<SessionView[]> => {
  await importProgramme(app, organiser, event, importInput(programmeFile(event, sessions)));
  return (await releaseProgramme(app, organiser, event)).body.sessions;
};
function pathOf(sessions: readonly SessionView[], name: string): string {
  const { speakerId } = sessions.flatMap(({ speakers }) => speakers).find((one) => one.name === name)!;
  return `/api/events/${event.eventId}/programme/speakers/${speakerId}/account`;
}
async function link(sessions: readonly SessionView[], name: string, { address }: TestPerson) {
  await app.http(organiser).put(pathOf(sessions, name), { by: 'address', address, lang: 'en' });
}
/** What came since the last look, oldest first. */
async function mailFor({ address }: TestPerson): Promise<CapturedMail[]> {
  await app.jobs.drain();
  const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
  const mails = await Promise.all(body.map(({ id }) => app.http().get<CapturedMail>(`/api/mail/${id}`)));
  await app.db.query('DELETE FROM captured_mail WHERE id = ANY ($1)', [body.map(({ id }) => id)]);
  return mails.map((mail) => mail.body).reverse();
}
const subjects = async (person: TestPerson) => (await mailFor(person)).map(({ subject }) => subject);
const calendarOf = (mail: CapturedMail | undefined) =>
  mail?.calendar && [
    mail.calendar.method,
    /UID:(\S+)/.exec(mail.calendar.ics)![1],
    Number(/SEQUENCE:(\d+)/.exec(mail.calendar.ics)![1]),
  ];

describe('letters to speakers', () => {
  it('tell of the link once, and then of each release that changes their own sessions', async () => {
    const first = await release([
      { guid: 'a', persons: persons('ADA') },
      { guid: 'b', from: 60, persons: persons('BO') },
    ]);
    await link(first, 'ADA', ada);
    await link(first, 'ADA', ada);
    await link(first, 'BO', bo);
    const uid = `session-${first[0]!.sessionId}@musubi`;
    const [linked, ...others] = await mailFor(ada);
    expect(others).toEqual([]);
    expect([linked!.subject, calendarOf(linked)]).toEqual([`You speak at ${event.title.en}`, ['REQUEST', uid, 2]]);
    expect((await subjects(bo))[0]).toMatch(/^【ご登壇のご案内】/);

    await release([
      { guid: 'a', from: 30, persons: persons('ADA') },
      { guid: 'b', from: 60, persons: persons('BO') },
    ]);
    const [moved, ...more] = await mailFor(ada);
    expect(more).toEqual([]);
    expect(calendarOf(moved)).toEqual(['REQUEST', uid, 3]);
    expect(moved!.text).toContain('Moved; before: ');
    expect(await subjects(bo)).toEqual([]);
  });

  it('are one for all sessions of a release, without an entry that a calendar could take for one of them', async () => {
    const both = (from: number) => [
      { guid: 'a', from, persons: persons('ADA') },
      { guid: 'b', from: from + 60, persons: persons('ADA') },
    ];
    await link(await release(both(0)), 'ADA', ada);
    await mailFor(ada);
    await release(both(15));
    const mails = await mailFor(ada);
    expect(mails.map(({ calendar }) => calendar)).toEqual([null]);
    expect(mails[0]!.text.match(/Moved; before: /g)).toHaveLength(2);
  });

  it('take the entry back from who no longer speaks, and where the session is cancelled', async () => {
    const first = await release([{ guid: 'a', persons: persons('ADA', 'BO') }]);
    await link(first, 'ADA', ada);
    await link(first, 'BO', bo);
    for (const person of [ada, bo]) await mailFor(person);
    await release([{ guid: 'a', persons: persons('BO') }]);
    const uid = `session-${first[0]!.sessionId}@musubi`;
    const [left] = await mailFor(ada);
    expect(left!.text).toContain('You are no longer named as its speaker');
    expect(calendarOf(left)).toEqual(['CANCEL', uid, 3]);
    expect(await mailFor(bo)).toHaveLength(1);
    await release([]);
    expect(calendarOf((await mailFor(bo))[0])).toEqual(['CANCEL', uid, 4]);
    expect(await mailFor(ada)).toEqual([]);
  });

  it('take back what lay ahead when the account is another’s or nobody’s, and outdo that when it is theirs again', async () => {
    const sessions = await release([
      { guid: 'a', persons: persons('ADA') },
      { guid: 'b', from: 60, persons: persons('ADA', 'BO') },
      { guid: 'c', from: 120, persons: persons('CY') },
    ]);
    const uid = (place: number) => `session-${sessions[place]!.sessionId}@musubi`;
    await link(sessions, 'ADA', bo);
    await link(sessions, 'BO', bo);
    await mailFor(bo);
    await app.http(organiser).delete(pathOf(sessions, 'ADA'));
    // In the second session they still speak, under the other name.
    const [alone, ...others] = await mailFor(bo);
    expect(others).toEqual([]);
    expect(alone!.subject).toMatch(/^【ご登壇登録の取消】/);
    expect([calendarOf(alone)!.slice(0, 2), alone!.text.includes('登壇者から外れました')]).toEqual([
      ['CANCEL', uid(0)],
      true,
    ]);

    const own: ReturnType<typeof calendarOf>[] = [];
    for (const who of [ada, bo, ada]) {
      await link(sessions, 'CY', who);
      own.push(...(await mailFor(ada)).map(calendarOf));
    }
    expect(own.map((calendar) => calendar!.slice(0, 2))).toEqual([
      ['REQUEST', uid(2)],
      ['CANCEL', uid(2)],
      ['REQUEST', uid(2)],
    ]);
    const sequences = own.map((calendar) => calendar![2] as number);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('give who left in one release and is named again in a later one an entry that counts', async () => {
    const first = await release([{ guid: 'a', persons: persons('ADA', 'BO') }]);
    await link(first, 'ADA', ada);
    await release([{ guid: 'a', persons: persons('BO') }]);
    await release([{ guid: 'a', persons: persons('ADA', 'BO') }]);
    const calendars = (await mailFor(ada)).map(calendarOf);
    expect(calendars.map((calendar) => calendar![0])).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    const sequences = calendars.map((calendar) => calendar![2] as number);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('say nothing of a session that is over to who spoke in it', async () => {
    const sessions = await release([{ guid: 'a', persons: persons('ADA') }]);
    await link(sessions, 'ADA', ada);
    await mailFor(ada);
    await app.jumpTo(new Date(Date.parse(sessions[0]!.endsAt) + 1));
    await app.http(organiser).delete(pathOf(sessions, 'ADA'));
    expect(await subjects(ada)).toEqual([]);
  });

  it('are not written of an event that nobody may see yet', async () => {
    const { eventInput } = await import('../../../../test/builders/events.js');
    ({ body: event } = await app.http(organiser).post<EventView>('/api/events', eventInput()));
    await link(await release([{ guid: 'a', persons: persons('ADA') }]), 'ADA', ada);
    expect(await subjects(ada)).toEqual([]);
  });
});
