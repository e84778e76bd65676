import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DemoPerson, EventSummary, PlanView, PreferencesView, ScheduleView, UnmetView } from '@musubi/contracts';
import { pathOf } from '../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refillDemo } from './demo-data.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await refillDemo({ DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir, DEMO: '1' }, 'booking');
}, 60_000);
afterAll(() => app.close());

it('shows organisers a first plan of the last webinar, and its people what they wished for', async () => {
  const { people } = (await app.http().get('/api/demo')).body as { people: DemoPerson[] };
  const enter = async (family: string) => app.signIn(people.find(({ name }) => name.familyLatin === family)!.userId);
  const marie = await enter('Dubois');
  const { body: events } = await app.http().get<EventSummary[]>('/api/events');
  const { eventId } = events.find(({ slug }) => slug === 'people-first')!;
  const { body: schedule } = await app.http(marie).get<ScheduleView>(`/api/organise/events/${eventId}/schedule`);
  const [run] = schedule.runs;
  expect(run).toMatchObject({ state: 'done', hasPlan: true, failedBecause: null });
  const { body: plan } = await app.http(marie).get<PlanView>(`${pathOf(run!)}/plan`);
  const { body: unmet } = await app.http(marie).get<UnmetView>(`${pathOf(run!)}/unmet`);
  expect(plan.meetings.length).toBeGreaterThan(12);
  expect(new Set(unmet.wishes.map(({ reason }) => reason)).size).toBeGreaterThan(1);
  const aiko = await enter('Tanaka');
  const { body: mine } = await app.http(aiko).get<PreferencesView>(`/api/events/${eventId}/preferences`);
  expect(mine).toMatchObject({ open: true, preferences: [{ preference: 'must' }, { preference: 'meet' }] });
});
