import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  EventView,
  MeetingPreference,
  PreferencesView,
  ScheduleSettingsPut,
  ScheduleView,
  Topic,
} from '@musubi/contracts';
import { newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newPlannedEvent, pathOf, planned, prefer } from '../../../../test/builders/schedules.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

type Person = Awaited<ReturnType<typeof newParticipant>>;

let event: EventView;
let organiser: TestPerson;
let me: Person;
let them: Person;
beforeEach(async () => {
  ({ event, organiser } = await newPlannedEvent(app));
  me = await newParticipant(app, event.eventId, 'DE1');
  them = await newParticipant(app, event.eventId, 'JP-27');
});

const mine = async (who: { cookie: string } = me): Promise<PreferencesView> =>
  (await app.http(who).get<PreferencesView>(`/api/events/${event.eventId}/preferences`)).body;
const said = async (who?: { cookie: string }) =>
  (await mine(who)).preferences.map(({ participant, preference }) => [participant.participantId, preference]);
const say = (to: { participantId: string }, preference: MeetingPreference, who: { cookie: string } = me) =>
  prefer(app, event.eventId, who, to, preference);

const settings: ScheduleSettingsPut = {
  opensAt: null,
  preferencesUntil: null,
  mustAtMost: 5,
  meetingsAtMost: null,
  pairsOnce: true,
  version: 0,
};
const set = (given: Partial<ScheduleSettingsPut>) =>
  app
    .http(organiser)
    .put<ScheduleView>(`/api/organise/events/${event.eventId}/schedule/settings`, { ...settings, ...given });

describe('what somebody wishes', () => {
  it('is said, changed and taken back, and said twice is said once', async () => {
    expect(await mine()).toMatchObject({ planned: true, open: true, until: null, mustAtMost: 5, preferences: [] });
    expect((await say(them, 'meet')).status).toBe(200);
    const [first] = (await mine()).preferences;
    expect((await say(them, 'meet')).body).toMatchObject({ preferences: [first] });
    await say(them, 'must');
    expect(await said()).toEqual([[them.participantId, 'must']]);
    await say(them, 'none');
    await say(them, 'none');
    expect(await said()).toEqual([]);
  });

  it('is for nobody else to read: neither that one wants, nor that one does not', async () => {
    const nosy = await newParticipant(app, event.eventId, 'JP-27');
    await say(me, 'must', them);
    await say(me, 'no_thanks', nosy);
    expect(await said()).toEqual([]);
    const { body } = await app.http(organiser).get<ScheduleView>(`/api/organise/events/${event.eventId}/schedule`);
    expect(body.preferences).toEqual({
      people: 3,
      answered: 2,
      must: 1,
      meet: 0,
      noThanks: 1,
      mutual: 0,
      requests: 0,
    });
    const [about] = (await app.http(me).get<object[]>(`/api/events/${event.eventId}/recommendations`)).body;
    expect(JSON.stringify(about ?? {})).not.toContain('no_thanks');
  });

  it('is about people whom one can find here, and not about oneself', async () => {
    const hidden = await newParticipant(app, event.eventId, 'JP-27', { directory: 'nobody' });
    const { event: other } = await newPlannedEvent(app);
    const elsewhere = await newParticipant(app, other.eventId, 'JP-27');
    const blocks = await newParticipant(app, event.eventId, 'JP-27');
    await app.http(blocks).put(`/api/me/blocks/${me.userId}`);
    for (const to of [hidden, elsewhere, blocks, me])
      expect(await say(to, 'meet')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await say(them, 'meet', await newPerson(app))).toMatchObject({
      status: 403,
      body: { code: 'registration.required' },
    });
    expect(await said()).toEqual([]);
  });

  it.each([
    ['the event has no matchmaking', 'matchmaking = false'],
    ['the event is over', `starts_at = domain_now() - interval '2 days', ends_at = domain_now() - interval '1 day'`],
  ])('is not asked for where %s', async (_, to) => {
    await app.db.query(`UPDATE event SET ${to} WHERE id = $1`, [event.eventId]);
    expect((await mine()).open).toBe(false);
    expect(await say(them, 'meet')).toMatchObject({ status: 409, body: { code: 'schedule.preferences_closed' } });
  });

  it('is taken back also about somebody who is not to be found any more', async () => {
    await say(them, 'meet');
    await app.http(them).put(`/api/me/blocks/${me.userId}`);
    expect((await say(them, 'must')).status).toBe(404);
    expect((await say(them, 'none')).body).toMatchObject({ preferences: [] });
  });

  it('is a must for no more people than the organisers allow, on two devices at once', async () => {
    await set({ mustAtMost: 1 });
    const other = await newParticipant(app, event.eventId, 'JP-27');
    // Nobody can write until both have begun.
    const held = app.db.createQueryRunner();
    await held.startTransaction();
    await held.query('LOCK TABLE meeting_preference IN EXCLUSIVE MODE');
    const saying = Promise.all([say(them, 'must'), say(other, 'must')]);
    await until(async () => {
      const [{ waiting }] = await app.db.query(
        `SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_database ON pg_database.oid = database
         WHERE datname = current_database() AND NOT granted`,
      );
      return waiting === 2;
    });
    await held.commitTransaction();
    await held.release();
    const both = await saying;
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'schedule.too_many_musts',
      data: { atMost: 1 },
    });
    expect(await said()).toHaveLength(1);
  });

  it('is asked for only between opening and deadline, and only where something is planned', async () => {
    const { body: clock } = await app.http().get<{ now: string }>('/api/clock');
    const at = (minutes: number) => new Date(Date.parse(clock.now) + minutes * 60_000).toISOString();
    await set({ preferencesUntil: at(-1) });
    expect(await say(them, 'meet')).toMatchObject({ status: 409, body: { code: 'schedule.preferences_closed' } });
    expect(await mine()).toMatchObject({ open: false });
    await set({ opensAt: at(10), preferencesUntil: at(20), version: 1 });
    expect((await say(them, 'meet')).status).toBe(409);
    await set({ preferencesUntil: at(20), version: 2 });
    expect((await say(them, 'meet')).status).toBe(200);
    ({ event, organiser } = await newMeetingEvent(app));
    me = await newParticipant(app, event.eventId);
    expect(await mine()).toMatchObject({ planned: false, open: false });
  });

  it('tells since when the plan is published, until it is taken back', async () => {
    await say(them, 'must');
    const told = await planNews(me);
    const run = await planned(app, event.eventId, organiser);
    expect(await mine()).toMatchObject({ publishedAt: null });
    const published = await app.http(organiser).post(`${pathOf(run)}/publish`, { version: run.planVersion });
    expect(published).toMatchObject({ status: 200, body: { published: 1 } });
    await until(() => told.length === 1);
    expect(await mine()).toMatchObject({ publishedAt: expect.any(String), preferences: [{ preference: 'must' }] });
    expect(await app.http(organiser).post(`${pathOf(run)}/roll-back`, {})).toMatchObject({ status: 200 });
    await until(() => told.length === 2);
    expect(await mine()).toMatchObject({ publishedAt: null });
    await set({ mustAtMost: 4 });
    await until(() => told.length === 3);
    expect(new Set(told)).toEqual(new Set([JSON.stringify({ eventId: event.eventId })]));
  });

  it('is read with the same number of queries, however much it is', async () => {
    await say(them, 'meet');
    const one = await countQueries(app, () => mine());
    for (let more = 0; more < 2; more++) await say(await newParticipant(app, event.eventId, 'JP-27'), 'meet');
    expect(await countQueries(app, () => mine())).toBe(one);
  });
});

describe('the settings', () => {
  it('are set by whoever read the newest, and refused where they end before they begin', async () => {
    const [one, other] = await Promise.all([set({ mustAtMost: 3 }), set({ mustAtMost: 4 })]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect((await set({ version: 1, meetingsAtMost: 6, pairsOnce: false })).body).toMatchObject({
      version: 2,
      settings: { meetingsAtMost: 6, pairsOnce: false, mustAtMost: 5 },
    });
    const backwards = { opensAt: '2027-01-02T00:00:00Z', preferencesUntil: '2027-01-01T00:00:00Z', version: 2 };
    expect(await set(backwards)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

/** What somebody who takes part hears of plans while their page is open. */
async function planNews(who: { cookie: string }): Promise<string[]> {
  const told: string[] = [];
  const socket = app.socket(who);
  socket.on('hint.given', ({ kind, ids }) => {
    if (kind === 'plan.changed') told.push(JSON.stringify(ids));
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()).connect());
  const topic: Topic = `event:${event.eventId}`;
  expect(await new Promise((resolve) => socket.emit('topic.watch', topic, resolve))).toMatchObject({ ok: true });
  return told;
}
