import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, PlanComparison, PlanView, ScheduleRunView, ScheduleView, UnmetView } from '@musubi/contracts';
import type { TestPerson } from '../../../../test/builders/people.js';
import {
  newPlannedEvent,
  newSides,
  pathOf,
  planned,
  planOf,
  prefer,
  publishing,
  startRun,
} from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

type Sides = Awaited<ReturnType<typeof newSides>>;
let event: EventView;
let organiser: TestPerson;
let sides: Sides;
beforeEach(async () => {
  ({ event, organiser } = await newPlannedEvent(app));
  sides = await newSides(app, event.eventId, 3);
});

const mend = (run: ScheduleRunView) => planned(app, event.eventId, organiser, { mode: 'repair', basedOn: run.runId });
const compared = async (run: ScheduleRunView, before: ScheduleRunView) =>
  (await app.http(organiser).get<PlanComparison>(`${pathOf(run)}/comparison?with=${before.runId}`)).body;
const pair = (...people: { participantId: string }[]) =>
  people
    .map(({ participantId }) => participantId)
    .sort()
    .join();
const pairsOf = ({ meetings }: PlanView) => meetings.map(({ people }) => [...people].sort().join()).sort();

/** One meeting each: the first two pairs want it most, the third European would like to meet the first Japanese. */
async function wishes() {
  const { european, japanese } = sides;
  await app.http(organiser).put(`/api/organise/events/${event.eventId}/schedule/settings`, {
    ...{ opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: 1, pairsOnce: true, version: 0 },
  });
  for (const at of [0, 1]) await prefer(app, event.eventId, european[at]!, japanese[at]!, 'must');
  await prefer(app, event.eventId, european[2]!, japanese[0]!);
}

describe('a plan that is mended', () => {
  it('moves what is no longer possible where it was, and nothing else', async () => {
    const { european, japanese } = sides;
    for (const from of european.slice(0, 2))
      for (const to of japanese.slice(0, 2)) await prefer(app, event.eventId, from, to);
    const run = await planned(app, event.eventId, organiser);
    const plan = await planOf(app, organiser, run);
    const touched = plan.meetings.find(({ people }) => people.includes(european[0]!.participantId as never))!;
    await app.http(european[0]!).put(`/api/events/${event.eventId}/availability`, {
      everything: false,
      intervals: plan.slots.flatMap(({ startsAt, endsAt }, at) => (at === touched.slot ? [] : [{ startsAt, endsAt }])),
    });
    const mended = await mend(run);
    expect(mended).toMatchObject({ mode: 'repair', state: 'done', basedOn: run.runId, counts: { meetings: 4 } });
    expect(mended.progress.bound).not.toBeNull();
    const { differences, same, people, measures, interpreters } = await compared(mended, run);
    expect([measures.before.objective, interpreters]).toEqual([plan.figures.objective, []]);
    expect(measures.after).toMatchObject({ objective: plan.figures.objective, withoutPeople: 0 });
    expect(measures.after.unsocialMost).toBeLessThanOrEqual(measures.after.unsocial);
    expect(differences.map(({ change, people: who }) => [change, [...who].sort()])).toEqual([
      ['moved', [...touched.people].sort()],
    ]);
    expect([same, people.map(({ moved, lost }) => [moved, lost])]).toEqual([
      3,
      [
        [1, 0],
        [1, 0],
      ],
    ]);
    const { body } = await publishing(app, organiser, mended).publish();
    expect(body).toMatchObject({ published: 4, conflicts: [] });
  });

  it('gives whoever lost a meeting another one after it is published, and leaves what stands', async () => {
    const { european, japanese } = sides;
    await wishes();
    const run = await planned(app, event.eventId, organiser);
    expect((await publishing(app, organiser, run).publish()).body.published).toBe(2);
    const left = await app.http(european[0]!).post(`/api/events/${event.eventId}/registration/withdraw`);
    expect(left.status).toBe(200);
    await app.jobs.drain();
    const mended = await mend(run);
    expect(pairsOf(await planOf(app, organiser, mended))).toEqual(
      [pair(european[1]!, japanese[1]!), pair(european[2]!, japanese[0]!)].sort(),
    );
    const { differences, same } = await compared(mended, run);
    expect([differences.map(({ change }) => change).sort(), same]).toEqual([['added', 'dropped'], 1]);
    expect((await publishing(app, organiser, mended).publish()).body).toMatchObject({ published: 1, stood: 1 });
  });

  it('does not plan again what somebody called off, and says so', async () => {
    const { european, japanese } = sides;
    await wishes();
    const run = await planned(app, event.eventId, organiser);
    await publishing(app, organiser, run).publish();
    const { meetings } = await planOf(app, organiser, run);
    const called = meetings.find(({ people }) => people.includes(european[0]!.participantId as never))!;
    const off = await app
      .http(european[0]!)
      .post(`/api/meetings/${called.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(off.status).toBe(200);
    const mended = await mend(run);
    expect(pairsOf(await planOf(app, organiser, mended))).toEqual(
      [pair(european[1]!, japanese[1]!), pair(european[2]!, japanese[0]!)].sort(),
    );
    const { body } = await app.http(organiser).get<UnmetView>(`${pathOf(mended)}/unmet`);
    expect(body.wishes.map(({ wishId, reason, possibleWith }) => [wishId, reason, possibleWith])).toEqual([
      [called.wishId, 'called_off', null],
    ]);
    // Planned anew it would be: there a wish is a wish.
    const anew = await planOf(app, organiser, await planned(app, event.eventId, organiser));
    expect(pairsOf(anew)).toContain(pair(european[0]!, japanese[0]!));
  });

  it('takes what was taken back as the plan that it was', async () => {
    await wishes();
    const run = await planned(app, event.eventId, organiser);
    const { publish, rollBack } = publishing(app, organiser, run);
    await publish();
    await rollBack();
    const mended = await mend(run);
    expect(pairsOf(await planOf(app, organiser, mended))).toEqual(pairsOf(await planOf(app, organiser, run)));
    // Once published it stays in sight, however many were begun since.
    await app.db.query(
      `INSERT INTO schedule_run (event_id, number, state, mode, block_ids, seed, seconds, started_by, started_at, ended_at, progress, counts, has_plan)
       SELECT event_id, number + step, state, mode, block_ids, seed, seconds, started_by, started_at, ended_at, progress, counts, has_plan
       FROM schedule_run, generate_series(1, 20) AS step WHERE id = $1`,
      [mended.runId],
    );
    const { body } = await app.http(organiser).get<ScheduleView>(`/api/organise/events/${event.eventId}/schedule`);
    expect(body.runs.map(({ number }) => number)).toEqual([...Array.from({ length: 20 }, (_, at) => 22 - at), 1]);
    expect(body.publishedRunId).toBeNull();
  });

  it('has to be there', async () => {
    await wishes();
    expect((await startRun(app, event.eventId, organiser, { mode: 'repair' })).body).toMatchObject({
      code: 'schedule.no_plan',
    });
  });
});
