import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AskedResult,
  AskingView,
  CapturedMail,
  CapturedMailSummary,
  EventView,
  ScheduleSettingsPut,
} from '@musubi/contracts';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newPlannedEvent, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Asking } from '../../scheduling/index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

type Person = Awaited<ReturnType<typeof newParticipant>>;
let event: EventView;
let organiser: TestPerson;
let silent: Person;
let answered: Person;
let japanese: Person;
let now: number;
beforeEach(async () => {
  ({ event, organiser } = await newPlannedEvent(app));
  [silent, answered] = [
    await newParticipant(app, event.eventId, 'DE1'),
    await newParticipant(app, event.eventId, 'DE1'),
  ];
  japanese = await newParticipant(app, event.eventId, 'JP-27');
  await prefer(app, event.eventId, answered, japanese);
  now = Date.parse((await app.http().get<{ now: string }>('/api/clock')).body.now);
});

const path = () => `/api/organise/events/${event.eventId}/schedule/asking`;
const preview = async () => (await app.http(organiser).get<AskingView>(path())).body;
const askNow = async () => (await app.http(organiser).post<AskedResult>(path())).body;
const sweep = () => app.transactions.run((tx) => app.app.get(Asking).askDue(tx));
const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();
async function set(given: Partial<ScheduleSettingsPut>) {
  const schedule = `/api/organise/events/${event.eventId}/schedule`;
  const { version } = (await app.http(organiser).get<{ version: number }>(schedule)).body;
  const settings = { opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: null, pairsOnce: true };
  const { status } = await app.http(organiser).put(`${schedule}/settings`, { ...settings, ...given, version });
  expect(status).toBe(200);
}
/** What came about wishes since the last look. */
async function letters({ address }: Person): Promise<CapturedMail[]> {
  await app.jobs.drain();
  const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
  const mails = await Promise.all(body.map(({ id }) => app.http().get<CapturedMail>(`/api/mail/${id}`)));
  await app.db.query('DELETE FROM captured_mail WHERE id = ANY ($1)', [body.map(({ id }) => id)]);
  return mails.map((mail) => mail.body).filter(({ text }) => text.includes('/preferences'));
}
const subjects = async (person: Person) => (await letters(person)).map(({ subject }) => subject);
const first = () => `Whom would you like to meet at ${event.title.en}?`;
const reminder = () => `Still time to say whom you would like to meet at ${event.title.en}`;

describe('letters that ask for wishes', () => {
  it('go once to who said nothing, in their language, as the organisers saw it before', async () => {
    await set({ preferencesUntil: hours(24 * 10) });
    const { open, toAsk, asked, letter } = await preview();
    expect({ open, toAsk, asked }).toEqual({ open: true, toAsk: 2, asked: 0 });
    expect(await askNow()).toEqual({ written: 2 });
    expect(await askNow()).toEqual({ written: 0 });
    const [mail, ...more] = await letters(silent);
    expect([mail!.subject, more]).toEqual([letter.en.subject, []]);
    for (const paragraph of letter.en.paragraphs.slice(0, 2))
      expect(mail!.text.replaceAll(/\s+/g, ' ')).toContain(paragraph);
    expect(letter.en.paragraphs.at(-1)).toMatch(/^Until: /);
    expect(letter.ja.paragraphs.at(-1)).toMatch(/^回答期限：/);
    expect(await subjects(japanese)).toEqual([letter.ja.subject]);
    expect(await subjects(answered)).toEqual([]);
    const newcomer = await newParticipant(app, event.eventId, 'DE1');
    expect(await preview()).toMatchObject({ toAsk: 1, asked: 2 });
    expect(await askNow()).toEqual({ written: 1 });
    expect([await subjects(newcomer), await subjects(silent)]).toEqual([[first()], []]);
  });

  it('are one each, however many ask at the same moment', async () => {
    await set({ opensAt: hours(-1) });
    const written = await Promise.all([askNow(), sweep(), askNow(), sweep()]);
    expect(written).toHaveLength(4);
    expect(await subjects(silent)).toEqual([first()]);
    expect(await subjects(japanese)).toHaveLength(1);
  });

  it('go by themselves once the time opens that the organisers set, and to whoever registers later', async () => {
    await sweep();
    await set({ opensAt: hours(1) });
    await sweep();
    expect(await preview()).toMatchObject({ open: false, toAsk: 0, asked: 0 });
    expect([await subjects(silent), await askNow()]).toEqual([[], { written: 0 }]);
    await set({ opensAt: hours(-1) });
    await sweep();
    await sweep();
    expect([await subjects(silent), await subjects(answered)]).toEqual([[first()], []]);
    const newcomer = await newParticipant(app, event.eventId, 'DE1');
    await sweep();
    expect([await subjects(newcomer), await subjects(silent)]).toEqual([[first()], []]);
  });

  it('remind once, two days before the deadline, those who still said nothing', async () => {
    await askNow();
    await set({ preferencesUntil: hours(72) });
    await sweep();
    expect(await subjects(silent)).toEqual([first()]);
    await set({ preferencesUntil: hours(40) });
    await sweep();
    expect(await subjects(silent)).toEqual([]);
    // The first letter is a day old.
    await app.db.query(`UPDATE preference_asking SET at = at - interval '25 hours' WHERE event_id = $1`, [
      event.eventId,
    ]);
    await prefer(app, event.eventId, japanese, silent);
    await letters(japanese);
    const newcomer = await newParticipant(app, event.eventId, 'DE1');
    await sweep();
    await sweep();
    for (const person of [silent, newcomer]) expect(await subjects(person)).toEqual([reminder()]);
    for (const person of [answered, japanese]) expect(await subjects(person)).toEqual([]);
    // Whoever was reminded is not asked for the first time any more.
    expect(await askNow()).toEqual({ written: 0 });
    await set({ preferencesUntil: hours(30) });
    await sweep();
    expect(await subjects(newcomer)).toEqual([]);
  });

  it('go to nobody who left, or who answered while the letter was on its way', async () => {
    const leaves = await newParticipant(app, event.eventId, 'DE1');
    const gone = await newParticipant(app, event.eventId, 'DE1');
    const withdrawn = ({ participantId }: Person) =>
      app.db.query(`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [participantId]);
    await withdrawn(gone);
    await set({ opensAt: hours(-1) });
    // What becomes of the two is settled in the transaction that orders their letters.
    await app.transactions.run(async (tx) => {
      await app.app.get(Asking).askDue(tx);
      await tx.em.query(`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [leaves.participantId]);
      await tx.em.query(
        `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
         VALUES ($1, $2, $3, 'meet', $4)`,
        [japanese.participantId, silent.participantId, event.eventId, tx.now],
      );
    });
    expect(await subjects(silent)).toEqual([first()]);
    for (const person of [leaves, gone, japanese]) expect(await subjects(person)).toEqual([]);
  });
});
