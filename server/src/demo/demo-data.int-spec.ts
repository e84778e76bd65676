import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoPerson, EventSummary, FunnelView, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { startApp, type TestApp } from '../../test/start-app.js';
import { type DemoStage, emptyDatabase, fillEmptyDemo, refillDemo } from './demo-data.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const environment = () => ({ DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir, DEMO: '1' });
/** Of two plans that are equally good, which one it is goes by ids, and those are new each time. */
const uncounted = ['rate_limit', 'planned_meeting', 'planned_seat'];
const rowCounts = async () => {
  const tables = await app.db.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
    [uncounted],
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [{ n }] = await app.db.query(`SELECT count(*)::int AS n FROM "${name}"`);
    if (n > 0) counts[name] = n;
  }
  return counts;
};

/** What the main characters see. */
async function lookAround() {
  const { people, conferenceSlug } = (await app.http().get('/api/demo')).body as {
    people: DemoPerson[];
    conferenceSlug: string;
  };
  const enter = async (family: string) => app.signIn(people.find(({ name }) => name.familyLatin === family)!.userId);
  const [clara, aiko, marie] = [await enter('Weiss'), await enter('Tanaka'), await enter('Dubois')];
  const events = (await app.http().get<EventSummary[]>('/api/events')).body;
  const { eventId } = events.find(({ slug }) => slug === conferenceSlug)!;
  const requestsOf = async (who: typeof clara) =>
    (await app.http(who).get<MeetingRequestView[]>(`/api/events/${eventId}/meeting-requests`)).body;
  const meetingsOf = async (who: typeof clara) =>
    (await app.http(who).get<MeetingView[]>(`/api/events/${eventId}/meetings`)).body;
  const funnel = (await app.http(marie).get<FunnelView>('/api/organise/funnel')).body;
  return {
    now: (await app.http().get('/api/clock')).body.now as string,
    people,
    events,
    eventId,
    clara: { requests: await requestsOf(clara), meetings: await meetingsOf(clara) },
    aiko: { requests: await requestsOf(aiko), meetings: await meetingsOf(aiko) },
    recommended: (await app.http(clara).get(`/api/events/${eventId}/recommendations`)).body as {
      participant: { name: { familyLatin: string } };
      inTouch: boolean;
    }[],
    steps: Object.fromEntries(funnel.steps.map(({ step, count }) => [step, count])),
  };
}

const refill = async (stage: DemoStage) => {
  await refillDemo(environment(), stage);
  return lookAround();
};

describe('an empty demo', () => {
  it('is filled once, with Clara and Aiko who have yet to find each other; and again when the filling was cut short', async () => {
    const migrated = await rowCounts();
    expect(await fillEmptyDemo(environment())).toBe(true);
    const filled = await rowCounts();
    expect(await fillEmptyDemo(environment())).toBe(false);
    expect(await rowCounts()).toEqual(filled);
    const { clara, aiko, recommended, steps } = await lookAround();
    expect(clara.meetings.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    const open = ({ requests }: typeof clara) => requests.filter(({ turn }) => turn !== null);
    expect(open(clara).filter(({ turn, mine }) => turn === mine)).toHaveLength(2);
    expect(open(clara).filter(({ turn, mine }) => turn !== mine)).toHaveLength(2);
    expect(open(aiko).filter(({ turn, mine }) => turn === mine)).toHaveLength(2);
    const found = recommended.find(({ participant }) => participant.name.familyLatin === 'Tanaka');
    expect(found).toMatchObject({ inTouch: false });
    expect(steps).toMatchObject({ held: 6, initiated: 3 });

    await app.db.query(`UPDATE demo_story SET conference_slug = ''`);
    expect(await fillEmptyDemo(environment())).toBe(true);
    expect(await rowCounts()).toEqual(filled);

    await emptyDatabase(app.db);
    expect(await rowCounts()).toEqual(migrated);
  }, 300_000);

  it('is never filled outside a demo', async () => {
    const outside = { ...environment(), DEMO: '0', REHEARSAL: '1' };
    await expect(fillEmptyDemo(outside)).rejects.toThrow('set DEMO=1');
  });
});

describe('the demo’s year', () => {
  it('has come to the registration of the conference', async () => {
    const { now, events, clara, people } = await refill('registration');
    expect(now.slice(0, 16)).toBe('2027-01-12T12:20');
    expect(people).toHaveLength(13);
    expect(events.map(({ slug, registration }) => `${slug} ${registration}`)).toEqual([
      'who-does-what closed',
      'tourism-that-stays closed',
      'hydrogen-valleys closed',
      'conference-2026 open',
      'people-first open',
    ]);
    expect(clara).toEqual({ requests: [], meetings: [] });
    const { body } = await app.http().get(`/api/events/${events[3]!.eventId}/participation`);
    expect(body.eu).toContainEqual({ regionCode: 'DE1', people: 14 });
    expect(body.jp).toContainEqual({ regionCode: 'JP-27', people: 15 });
  }, 300_000);

  it('has come to the first day: a meeting in nine minutes, a stage that is live', async () => {
    const { now, clara, eventId } = await refill('live');
    expect(now.slice(0, 16)).toBe('2027-01-26T08:16');
    expect(clara.meetings.map(({ startsAt }) => startsAt)).toContain('2027-01-26T08:25:00.000Z');
    const live = await app.db.query(`SELECT 1 FROM stage WHERE event_id = $1 AND state = 'live'`, [eventId]);
    expect(live).toHaveLength(1);
  }, 300_000);

  it('has come to follow-up: meetings became cases', async () => {
    const { now, steps } = await refill('followup');
    expect(now.slice(0, 16)).toBe('2027-03-25T09:00');
    expect(steps['held']).toBeGreaterThanOrEqual(18);
    expect(steps['initiated']).toBeGreaterThanOrEqual(12);
  }, 300_000);
});
