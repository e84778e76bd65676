import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, ScheduleRunView, ScheduleView, SlotView, Topic, UnmetView } from '@musubi/contracts';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newEvent } from '../../../../test/builders/events.js';
import { meet, newBlock } from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import {
  manyWishes,
  newPlannedEvent,
  newSides,
  pathOf,
  planned,
  planOf,
  prefer,
  startRun,
} from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { Jobs } from '../../../platform/index.js';
import { beat } from './run-rows.js';
import { RunDesk } from './solving/run-desk.js';
import { SolverPlaces } from './solving/solver-places.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
beforeEach(async () => ({ event, organiser, slots } = await newPlannedEvent(app)));

const schedule = async (): Promise<ScheduleView> =>
  (await app.http(organiser).get<ScheduleView>(`/api/organise/events/${event.eventId}/schedule`)).body;

/** So many who wish that a run looks on until it is stopped. */
const longWork = { size: 120, each: 20 };

/** No solver works on beside the specs that follow. */
async function endAll(runs: readonly ScheduleRunView[]): Promise<void> {
  const desk = app.app.get(RunDesk);
  for (const { runId } of runs) desk.stop(runId);
  for (const { runId } of runs) await desk.settled(runId);
}

describe('a run', () => {
  it('prefers those who fit better among wishes that are as strong', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 2);
    const [partner] = japanese;
    await publish(app, european[1]!, { kind: 'request', targetRegions: ['JP-27'] });
    await publish(app, partner!, { kind: 'offer' });
    for (const one of european) await prefer(app, event.eventId, one, partner!);
    const { meetings } = await planOf(app, organiser, await planned(app, event.eventId, organiser));
    const weightOf = ({ participantId }: TestPerson & { participantId: string }) =>
      meetings.find(({ people }) => people.includes(participantId as never))!.weight;
    expect(weightOf(european[1]!)).toBeGreaterThan(weightOf(european[0]!));
    expect(weightOf(european[1]!)).toBeLessThan(400);
  });

  it('gives those who wish to meet a time, and keeps what it was', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 2);
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    await prefer(app, event.eventId, japanese[0]!, european[0]!, 'meet');
    await prefer(app, event.eventId, european[1]!, japanese[0]!);
    const run = await planned(app, event.eventId, organiser);
    expect(run).toMatchObject({
      number: 1,
      state: 'done',
      seed: 1,
      failedBecause: null,
      hasPlan: true,
      counts: { people: 4, wishes: 2, slots: slots.length, fixed: 0, meetings: 2, locked: 0 },
      progress: { proved: true },
    });
    const plan = await planOf(app, organiser, run);
    // What both said, and below a hundred how well they fit.
    const wanted = plan.meetings.map(({ people, weight }) => [[...people].sort().join(), Math.floor(weight / 100)]);
    expect(Object.fromEntries(wanted)).toEqual({
      [[european[0]!.participantId, japanese[0]!.participantId].sort().join()]: 8,
      [[european[1]!.participantId, japanese[0]!.participantId].sort().join()]: 3,
    });
    const objective = plan.meetings.reduce((sum, { weight }) => sum + weight, 0);
    expect(run.progress).toMatchObject({ objective, bound: objective });
    expect(new Set(plan.meetings.map(({ slot }) => slot)).size).toBe(2);
    expect(plan.figures).toMatchObject({
      objective,
      gap: 0,
      wishes: 2,
      meetings: 2,
      fairness: {
        people: { wishing: 3, meeting: 3 },
        organisations: { wishing: 3, meeting: 3 },
        without: [],
        spread: [
          { meetings: 1, people: 2 },
          { meetings: 2, people: 1 },
        ],
      },
      regions: [{ one: 'DE1', other: 'JP-27', meetings: 2, wishes: 2 }],
    });
    expect((await schedule()).runs.map(({ runId }) => runId)).toEqual([run.runId]);
  });

  it('is the same for the same event, seed and steps', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 4);
    for (const from of european) for (const to of japanese) await prefer(app, event.eventId, from, to);
    const of = async (seed: number) => {
      const plan = await planOf(app, organiser, await planned(app, event.eventId, organiser, { seed }));
      return plan.meetings.map(({ wishId, slot }) => `${wishId} ${slot}`);
    };
    const first = await of(7);
    expect(first).toHaveLength(16);
    expect(await of(7)).toEqual(first);
  });

  it('plans around meetings that stand, and fills around those who are busy', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 2);
    const { body: open } = await newBlock(app, organiser, event, { from: '10:00', until: '10:25' });
    const stands = await meet(app, event.eventId, european[0]!, japanese[0]!, open.slots[0]!);
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    await prefer(app, event.eventId, european[0]!, japanese[1]!);
    await app.http(japanese[1]!).put(`/api/events/${event.eventId}/availability`, {
      everything: false,
      intervals: [{ startsAt: slots[3]!.startsAt, endsAt: slots[3]!.endsAt }],
    });
    const run = await planned(app, event.eventId, organiser);
    expect([run.progress.meetings, run.counts]).toMatchObject([1, { meetings: 1, fixed: 1 }]);
    const plan = await planOf(app, organiser, run);
    expect(
      plan.meetings.map(({ slot, origin, meetingId }) => ({
        at: plan.slots[slot]!.slotId,
        kind: origin.kind,
        meetingId,
      })),
    ).toEqual([
      { at: open.slots[0]!.slotId, kind: 'confirmed', meetingId: stands.meetingId },
      { at: slots[3]!.slotId, kind: 'preference', meetingId: null },
    ]);
    // The one that stands is no wish of hers.
    const { wishes, held } = plan.people.find(({ participantId }) => participantId === european[0]!.participantId)!;
    expect({ wishes, held }).toEqual({ wishes: 1, held: 1 });
  });

  it('says why a wish is not met, and what would make it possible', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 2);
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    await prefer(app, event.eventId, european[1]!, japanese[1]!, 'must');
    await prefer(app, event.eventId, japanese[1]!, european[1]!, 'no_thanks');
    await app.http(japanese[0]!).put(`/api/events/${event.eventId}/availability`, { everything: false, intervals: [] });
    const run = await planned(app, event.eventId, organiser);
    const { body } = await app.http(organiser).get<UnmetView>(`${pathOf(run)}/unmet`);
    expect(body.wishes.map(({ reason, actors, possibleWith }) => ({ reason, actors, possibleWith }))).toEqual([
      {
        reason: 'no_common_slot',
        actors: [{ kind: 'person', participantId: japanese[0]!.participantId }],
        possibleWith: {
          slot: expect.any(Number),
          remedies: [
            {
              kind: 'make_free',
              actor: { kind: 'person', participantId: japanese[0]!.participantId },
              slot: expect.any(Number),
            },
          ],
        },
      },
      { reason: 'no_thanks', actors: [], possibleWith: null },
    ]);
  });

  it('is refused where no plan can be made, with the cause by name', async () => {
    expect(await startRun(app, event.eventId, organiser)).toMatchObject({
      status: 422,
      body: { code: 'schedule.impossible', data: { findings: [{ code: 'no_wishes' }] } },
    });
    const { event: plain, organiser: other } = await newEvent(app);
    expect(await startRun(app, plain.eventId, other)).toMatchObject({
      status: 422,
      body: { code: 'schedule.impossible', data: { findings: [{ code: 'no_blocks' }] } },
    });
    expect(
      await startRun(app, event.eventId, organiser, { blockIds: ['00000000-0000-4000-8000-000000000000' as never] }),
    ).toMatchObject({ status: 422, body: { code: 'schedule.unknown_block' } });
    expect((await schedule()).runs).toEqual([]);
  });

  it('is one at a time', async () => {
    await manyWishes(app, event.eventId, organiser, longWork);
    const long = { iterations: null, seconds: 600 };
    const start = () => startRun(app, event.eventId, organiser, long);
    const both = await Promise.all([start(), start()]);
    try {
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'schedule.running' });
    } finally {
      await endAll(both.filter(({ status }) => status === 201).map(({ body }) => body));
    }
  });

  it('says how far it is while it works, and is stopped with the best plan so far', async () => {
    await manyWishes(app, event.eventId, organiser, longWork);
    const told = await watchHints();
    const { body: run } = await startRun(app, event.eventId, organiser, { iterations: null, seconds: 600 });
    try {
      await until(async () => (await schedule()).runs[0]!.progress.objective !== null, 60);
      const stopped = await app.http(organiser).post<ScheduleRunView>(`${pathOf(run)}/stop`);
      expect(stopped).toMatchObject({ status: 200, body: { state: 'running', stopping: true } });
    } finally {
      await endAll([run]);
    }
    const ended = (await schedule()).runs[0]!;
    expect(ended).toMatchObject({ state: 'stopped', hasPlan: true, stopping: false, failedBecause: null });
    const { meetings } = await planOf(app, organiser, ended);
    expect(meetings.length).toBe(ended.progress.meetings);
    expect(ended.progress.objective).toBeGreaterThan(0);
    await until(() => told.length > 1);
    expect(new Set(told.map(({ ids }) => JSON.stringify(ids)))).toEqual(
      new Set([JSON.stringify({ eventId: event.eventId, runId: run.runId })]),
    );
    const seconds = (told.at(-1)!.at - told[0]!.at) / 1_000;
    expect(told.length).toBeLessThanOrEqual(4 * seconds + 2);
    expect((await app.http(organiser).post<ScheduleRunView>(`${pathOf(run)}/stop`)).body.state).toBe('stopped');
    expect(
      await app.db.query(`SELECT actor_id AS by FROM audit_entry WHERE subject_id = $1 AND did = 'schedule.stopped'`, [
        run.runId,
      ]),
    ).toEqual([{ by: organiser.userId }]);
  }, 120_000);

  it('waits for the runs of other events where the server has no place left; it begins in its turn, or is stopped before', async () => {
    const places = app.app.get(SolverPlaces);
    const before = places.atMost;
    places.atMost = 1;
    const others = [await newPlannedEvent(app), await newPlannedEvent(app), await newPlannedEvent(app)];
    const runs: ScheduleRunView[] = [];
    const view = async (at: number) =>
      (await app.http(others[at]!.organiser).get<ScheduleRunView>(pathOf(runs[at]!))).body;
    const stop = (at: number) => app.http(others[at]!.organiser).post<ScheduleRunView>(`${pathOf(runs[at]!)}/stop`);
    try {
      for (const [at, one] of others.entries()) {
        if (at === 0) await manyWishes(app, one.event.eventId, one.organiser, longWork);
        else {
          const sides = await newSides(app, one.event.eventId, 1);
          await prefer(app, one.event.eventId, sides.european[0]!, sides.japanese[0]!);
        }
        // The first one works until it is stopped; the others would be over at once.
        const given = at === 0 ? { iterations: null, seconds: 600 } : {};
        runs.push((await startRun(app, one.event.eventId, one.organiser, given)).body);
      }
      await until(async () => (await view(0)).progress.objective !== null, 60);
      for (const at of [1, 2]) {
        await until(async () => (await view(at)).progress.phase === 'waiting', 60);
        expect(await view(at)).toMatchObject({ state: 'queued', hasPlan: false, stopping: false });
      }
      await stop(1);
      await app.app.get(RunDesk).settled(runs[1]!.runId);
      expect(await view(1)).toMatchObject({ state: 'stopped', hasPlan: false, failedBecause: null });
      expect((await app.http(others[1]!.organiser).get(`${pathOf(runs[1]!)}/plan`)).status).toBe(409);
      expect(await view(2)).toMatchObject({ state: 'queued' });
      await stop(0);
      for (const at of [0, 2]) await app.app.get(RunDesk).settled(runs[at]!.runId);
      expect([await view(0), await view(2)]).toMatchObject([
        { state: 'stopped', hasPlan: true },
        { state: 'done', hasPlan: true },
      ]);
    } finally {
      places.atMost = before;
      await endAll(runs);
    }
  }, 120_000);

  it('is over once it is said to be over: what its thread brings afterwards is not kept', async () => {
    await manyWishes(app, event.eventId, organiser, longWork);
    const { body: run } = await startRun(app, event.eventId, organiser, { iterations: null, seconds: 600 });
    try {
      await until(async () => (await schedule()).runs[0]!.progress.objective !== null, 60);
      await app.db.query(
        `UPDATE schedule_run SET state = 'failed', failed_because = 'server_gone', ended_at = domain_now() WHERE id = $1`,
        [run.runId],
      );
      await app.http(organiser).post(`${pathOf(run)}/stop`);
    } finally {
      await endAll([run]);
    }
    expect((await schedule()).runs).toMatchObject([{ state: 'failed', failedBecause: 'server_gone', hasPlan: false }]);
    expect(await app.db.query('SELECT id FROM planned_meeting WHERE run_id = $1', [run.runId])).toEqual([]);
  }, 120_000);

  it.each([
    ['is over', `state = 'failed', failed_because = 'server_gone', ended_at = domain_now()`, { state: 'failed' }],
    ['is to stop', 'stop_asked_at = domain_now()', { state: 'stopped', hasPlan: true }],
  ])(
    'hears of what another server says of it: that it %s',
    async (_, says, becomes) => {
      await manyWishes(app, event.eventId, organiser, longWork);
      const { body: run } = await startRun(app, event.eventId, organiser, { iterations: null, seconds: 600 });
      try {
        await until(async () => (await schedule()).runs[0]!.progress.objective !== null, 60);
        await app.db.query(`UPDATE schedule_run SET ${says} WHERE id = $1`, [run.runId]);
        await until(() => !app.app.get(RunDesk)['atWork'].has(run.runId), 60);
      } finally {
        await endAll([run]);
      }
      expect((await schedule()).runs).toMatchObject([becomes]);
    },
    180_000,
  );

  it('is not at work again by a word that comes late', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 1);
    await prefer(app, event.eventId, european[0]!, japanese[0]!);
    const run = await planned(app, event.eventId, organiser);
    const late = { begun: true, progress: { ...run.progress, meetings: 7 } };
    expect(await app.transactions.run((tx) => beat(tx.em, run.runId, late))).toBeNull();
    expect((await app.http(organiser).get<ScheduleRunView>(pathOf(run))).body).toEqual(run);
  });

  it('is not stopped once it is over: nothing is kept of it', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 1);
    await prefer(app, event.eventId, european[0]!, japanese[0]!);
    const run = await planned(app, event.eventId, organiser);
    expect((await app.http(organiser).post<ScheduleRunView>(`${pathOf(run)}/stop`)).body).toEqual(run);
    expect(
      await app.db.query(`SELECT id FROM audit_entry WHERE subject_id = $1 AND did = 'schedule.stopped'`, [run.runId]),
    ).toEqual([]);
  });

  it('is not said to be over while its server is heard of', async () => {
    await manyWishes(app, event.eventId, organiser, longWork);
    const { body: run } = await startRun(app, event.eventId, organiser, { iterations: null, seconds: 600 });
    try {
      await until(async () => (await schedule()).runs[0]!.progress.objective !== null, 60);
      await app.app.get(Jobs).runSweeps();
      expect((await schedule()).runs).toMatchObject([{ state: 'running' }]);
    } finally {
      await endAll([run]);
    }
  }, 120_000);

  it('is said to be over when its server is gone', async () => {
    await app.db.query(
      `INSERT INTO schedule_run (event_id, number, state, mode, block_ids, seed, seconds, started_by, started_at, beat_at, progress, counts)
       SELECT $1, 1, 'running', 'whole', '{}', 1, 60, $2, domain_now(), now() - interval '1 minute', $3, '{"people":0,"wishes":0,"slots":0,"fixed":0}'`,
      [
        event.eventId,
        organiser.userId,
        {
          phase: 'first',
          ms: 0,
          iterations: 0,
          meetings: 0,
          objective: null,
          bound: null,
          gap: null,
          proved: false,
          curve: [],
        },
      ],
    );
    await app.app.get(Jobs).runSweeps();
    expect((await schedule()).runs).toMatchObject([{ state: 'failed', failedBecause: 'server_gone', hasPlan: false }]);
  });
});

describe('runs that newer ones followed', () => {
  it('go with what they were given, unless they were published once; the list has no curves', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 1);
    await prefer(app, event.eventId, european[0]!, japanese[0]!);
    const run = await planned(app, event.eventId, organiser);
    const own = (await app.http(organiser).get<ScheduleRunView>(pathOf(run))).body;
    expect(own.progress.curve).not.toEqual([]);
    expect((await schedule()).runs).toEqual([{ ...own, progress: { ...own.progress, curve: [] } }]);
    await app.http(organiser).post(`${pathOf(run)}/publish`, { version: 0 });
    await app.db.query(
      `INSERT INTO schedule_run (event_id, number, state, mode, block_ids, seed, seconds, started_by, started_at, ended_at, progress, counts, has_plan)
       SELECT event_id, number + step, state, mode, block_ids, seed, seconds, started_by, started_at, ended_at, progress, counts, has_plan
       FROM schedule_run, generate_series(1, 23) AS step WHERE id = $1`,
      [run.runId],
    );
    await app.db.query(
      `INSERT INTO schedule_input (run_id, problem, slot_ids, origins)
       SELECT later.id, problem, slot_ids, origins FROM schedule_input JOIN schedule_run later ON later.event_id = $2
       WHERE run_id = $1 AND later.id <> $1`,
      [run.runId, event.eventId],
    );
    const numbers = [...Array.from({ length: 20 }, (_, at) => 24 - at), 1];
    const view = await schedule();
    expect([view.runs.map(({ number }) => number), view.publishedRunId]).toEqual([numbers, run.runId]);
    // One that is still at work stays, however many were begun since.
    await app.db.query(
      `UPDATE schedule_run SET state = 'running', ended_at = NULL, beat_at = now() + interval '1 hour' WHERE event_id = $1 AND number = 2`,
      [event.eventId],
    );
    await app.app.get(Jobs).runSweeps();
    const left = (await app.db.query(
      `SELECT number FROM schedule_input JOIN schedule_run ON schedule_run.id = run_id WHERE event_id = $1 ORDER BY number DESC`,
      [event.eventId],
    )) as { number: number }[];
    expect(left.map(({ number }) => number)).toEqual([...numbers.slice(0, -1), 2, 1]);
    expect((await planOf(app, organiser, run)).meetings).toHaveLength(1);
  });
});

describe('whoever does not organise the event', () => {
  it('sees and starts nothing, and a run of another event is not there', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 1);
    await prefer(app, event.eventId, european[0]!, japanese[0]!);
    const run = await planned(app, event.eventId, organiser);
    const { event: other } = await newPlannedEvent(app);
    const elsewhere = await newOrganiser(app, other.eventId);
    expect((await app.http(european[0]!).get(`/api/organise/events/${event.eventId}/schedule`)).status).toBe(404);
    expect((await startRun(app, event.eventId, elsewhere)).status).toBe(404);
    const foreign = { ...run, eventId: other.eventId };
    for (const path of ['', '/plan', '/unmet'])
      expect((await app.http(elsewhere).get(`${pathOf(foreign)}${path}`)).status).toBe(404);
    expect((await app.http(elsewhere).post(`${pathOf(foreign)}/stop`)).status).toBe(404);
    const colleague = await newOrganiser(app, event.eventId);
    expect((await app.http(colleague).get(`${pathOf(run)}/plan`)).status).toBe(200);
  });
});

/** What an organiser who watches the event hears of runs. */
async function watchHints(): Promise<{ at: number; ids: unknown }[]> {
  const told: { at: number; ids: unknown }[] = [];
  const socket = app.socket(organiser);
  socket.on('hint.given', ({ kind, ids }) => {
    if (kind === 'schedule.progressed') told.push({ at: performance.now(), ids });
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()).connect());
  const topic: Topic = `organise:${event.eventId}`;
  await new Promise<{ ok: boolean }>((resolve) => socket.emit('topic.watch', topic, resolve));
  return told;
}
