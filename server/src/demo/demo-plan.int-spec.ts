import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  DemoPerson,
  EventSummary,
  PlanComparison,
  PlanView,
  PreferencesView,
  ScheduleView,
  UnmetView,
} from '@musubi/contracts';
import { pathOf } from '../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refillDemo } from './demo-data.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await refillDemo({ DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir, DEMO: '1' }, 'booking');
}, 300_000);
afterAll(() => app.close());

const enter = async (family: string) => {
  const { people } = (await app.http().get('/api/demo')).body as { people: DemoPerson[] };
  return app.http(await app.signIn(people.find(({ name }) => name.familyLatin === family)!.userId));
};
const eventOf = async (slug: string) => {
  const { body: events } = await app.http().get<EventSummary[]>('/api/events');
  return events.find((event) => event.slug === slug)!.eventId;
};

it('shows organisers a first plan of the last webinar, and its people what they wished for', async () => {
  const marie = await enter('Dubois');
  const eventId = await eventOf('people-first');
  const { body: schedule } = await marie.get<ScheduleView>(`/api/organise/events/${eventId}/schedule`);
  const [run] = schedule.runs;
  expect(run).toMatchObject({ state: 'done', hasPlan: true, failedBecause: null });
  const { body: plan } = await marie.get<PlanView>(`${pathOf(run!)}/plan`);
  const { body: unmet } = await marie.get<UnmetView>(`${pathOf(run!)}/unmet`);
  expect(plan.meetings.length).toBeGreaterThan(12);
  expect(new Set(unmet.wishes.map(({ reason }) => reason)).size).toBeGreaterThan(1);
  const aiko = await enter('Tanaka');
  const { body: mine } = await aiko.get<PreferencesView>(`/api/events/${eventId}/preferences`);
  expect(mine).toMatchObject({ open: true, preferences: [{ preference: 'must' }, { preference: 'meet' }] });
});

it('shows them a conference whose first round is published, and two plans of the second', async () => {
  const thomas = await enter('Berger');
  const eventId = await eventOf('conference-2026');
  const { body: schedule } = await thomas.get<ScheduleView>(`/api/organise/events/${eventId}/schedule`);
  expect(schedule.runs.map(({ state, publishedAt }) => [state, publishedAt !== null])).toEqual([
    ['done', false],
    ['done', false],
    ['done', true],
  ]);
  expect(schedule.blocks.map(({ planPublishedAt }) => planPublishedAt !== null)).toEqual([true, false]);
  const [last, before] = schedule.runs;
  const { body: plan } = await thomas.get<PlanView>(`${pathOf(last!)}/plan`);
  expect(plan.meetings.length).toBeGreaterThan(40);
  const { body: unmet } = await thomas.get<UnmetView>(`${pathOf(last!)}/unmet`);
  const reasons = new Set(unmet.wishes.map(({ reason }) => reason));
  expect(reasons).toContain('no_thanks');
  expect(reasons.size).toBeGreaterThan(1);
  const { body: compared } = await thomas.get<PlanComparison>(`${pathOf(last!)}/comparison?with=${before!.runId}`);
  expect(compared.differences.map(({ change }) => change)).toContain('added');
  const clara = await enter('Weiss');
  const { body: mine } = await clara.get<PreferencesView>(`/api/events/${eventId}/preferences`);
  expect(mine.open).toBe(true);
  expect(mine.preferences.map(({ preference }) => preference)).toEqual(['must', 'meet', 'meet', 'meet']);
});
