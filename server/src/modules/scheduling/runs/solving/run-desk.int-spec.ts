import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, ScheduleRunView } from '@musubi/contracts';
import type { TestPerson } from '../../../../../test/builders/people.js';
import { newPlannedEvent, newSides, pathOf, prefer, startRun } from '../../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { until } from '../../../../../test/until.js';
import { RunDesk } from './run-desk.js';
import { SolverPlaces } from './solver-places.js';

let app: TestApp;
let desk: RunDesk;
let places: SolverPlaces;
beforeAll(async () => {
  app = await startApp();
  desk = app.app.get(RunDesk);
  places = app.app.get(SolverPlaces);
  places.atMost = 1;
  await app.db.query(`
    CREATE TABLE said (place serial, run_id uuid, state text, phase text);
    CREATE FUNCTION note_said() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO said (run_id, state, phase) VALUES (new.id, new.state, new.progress->>'phase'); RETURN new; END $$;
    CREATE TRIGGER note_said AFTER UPDATE ON schedule_run FOR EACH ROW EXECUTE FUNCTION note_said()`);
});
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
beforeEach(async () => {
  ({ event, organiser } = await newPlannedEvent(app));
  const { european, japanese } = await newSides(app, event.eventId, 1);
  await prefer(app, event.eventId, european[0]!, japanese[0]!);
});

const view = async (run: ScheduleRunView) => (await app.http(organiser).get<ScheduleRunView>(pathOf(run))).body;

/** A run that waits, and is said to. */
async function waitingRun(given = {}): Promise<ScheduleRunView> {
  const { body: run } = await startRun(app, event.eventId, organiser, given);
  await until(async () => (await view(run)).progress.phase === 'waiting', 20);
  return run;
}

/** Every word of the run that was written, in their order. */
const saidOf = async (run: ScheduleRunView): Promise<{ state: string; phase: string }[]> =>
  app.db.query('SELECT state, phase FROM said WHERE run_id = $1 ORDER BY place', [run.runId]);

describe('a run that waited', () => {
  it('is said to be at work although a word about its waiting was still on its way', async () => {
    const place = places.ask();
    const run = await waitingRun({ iterations: 1 });
    const holder = app.db.createQueryRunner();
    await holder.startTransaction();
    try {
      await holder.query('SELECT id FROM schedule_run WHERE id = $1 FOR UPDATE', [run.runId]);
      const underWay = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE schedule_run%'`;
      await until(async () => ((await app.db.query(underWay)) as unknown[]).length > 0, 20);
      place.leave();
      await until(() => desk['atWork'].get(run.runId)!.solver !== null);
      await desk['atWork'].get(run.runId)!.solver!.ended;
    } finally {
      await holder.commitTransaction();
      await holder.release();
    }
    await desk.settled(run.runId);
    expect(await view(run)).toMatchObject({ state: 'done', hasPlan: true });
    const said = await saidOf(run);
    expect(said.filter(({ state, phase }) => (state === 'queued') !== (phase === 'waiting'))).toEqual([]);
    expect(new Set(said.map(({ state }) => state))).toEqual(new Set(['queued', 'running', 'done']));
  });

  it('is said to be at work with its first word as well, before there is anything to tell', async () => {
    const place = places.ask();
    const run = await waitingRun({ iterations: 1 });
    place.leave();
    await desk.settled(run.runId);
    const said = await saidOf(run);
    expect(said.filter(({ state, phase }) => (state === 'queued') !== (phase === 'waiting'))).toEqual([]);
    expect(new Set(said.map(({ state }) => state))).toEqual(new Set(['queued', 'running', 'done']));
  });

  it('does not begin where it is stopped at the moment in which its turn comes, and gives its place to one other', async () => {
    const place = places.ask();
    const run = await waitingRun({ iterations: null, seconds: 600 });
    const next = places.ask();
    const besides = next.turn.then(() => desk['atWork'].has(run.runId));
    const over = desk.settled(run.runId);
    place.leave();
    desk.stop(run.runId);
    await over;
    expect(await besides).toBe(false);
    expect(await view(run)).toMatchObject({ state: 'stopped', hasPlan: false, failedBecause: null });
    const last = places.ask();
    expect(last.atOnce).toBe(false);
    next.leave();
    expect(await last.turn).toBe(true);
    last.leave();
  });
});
