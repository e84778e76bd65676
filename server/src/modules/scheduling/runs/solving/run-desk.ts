import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { ScheduleProgress } from '@musubi/contracts';
import type { Progress } from '@musubi/scheduling';
import { Jobs, Transactions, type Tx } from '../../../../platform/index.js';
import { keepPlan } from '../../plan/stored/plan-rows.js';
import { further, nothingYet, waiting } from './curve.js';
import { beat, clearRuns, endAbandoned, heldRun } from '../run-rows.js';
import { type Place, SolverPlaces } from './solver-places.js';
import { Solver, type SolverEnd } from './solver.js';
import type { SolverTask } from './solver-messages.js';

const beatMs = 2_000;
/** A run whose server says nothing for so long has no server any more. */
const silentSeconds = 15;

/** A run, as whoever started it hands it over. */
export interface Work extends Omit<SolverTask, 'stop'> {
  eventId: string;
  runId: string;
  slotIds: readonly string[];
  standing: ReadonlySet<string>;
  locked: ReadonlySet<string>;
}

interface AtWork {
  work: Work;
  place: Place;
  /** None while it waits for its place. */
  solver: Solver | null;
  progress: ScheduleProgress;
  stopped: boolean;
  /** There is something that the last word did not say. */
  unsaid: boolean;
  writing: Promise<void> | null;
  over: Promise<void>;
}

/**
 * Works off the runs that this server started, each in a thread of its own and only so many at once: says how far they are, and puts
 * their plans away.
 */
@Injectable()
export class RunDesk implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RunDesk.name);
  private readonly atWork = new Map<string, AtWork>();

  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly places: SolverPlaces,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('schedule runs without a server', 5, (tx) => this.endAbandoned(tx));
    this.jobs.sweep('schedule runs that newer ones followed', 600, (tx) => clearRuns(tx.em));
  }

  /** Runs of a server that died are said to be over. */
  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.run((tx) => this.endAbandoned(tx));
  }

  /** Whoever goes takes along the best plans so far. */
  async beforeApplicationShutdown(): Promise<void> {
    const all = [...this.atWork.values()];
    for (const one of all) stop(one);
    await Promise.all(all.map(({ over }) => over));
  }

  start(work: Work): void {
    const place = this.places.ask();
    const progress = place.atOnce ? nothingYet : waiting;
    const quiet = { stopped: false, unsaid: false, writing: null };
    const one: AtWork = { work, place, solver: null, progress, ...quiet, over: Promise.resolve() };
    this.atWork.set(work.runId, one);
    one.over = this.see(one);
  }

  /** Asks for the best plan so far; elsewhere another server asks, and hears of it with its next beat. */
  stop(runId: string): void {
    const one = this.atWork.get(runId);
    if (one) stop(one);
  }

  /** Until the run is over, if it is at work here. */
  async settled(runId: string): Promise<void> {
    await this.atWork.get(runId)?.over;
  }

  async endAbandoned(tx: Tx): Promise<number> {
    const events = await endAbandoned(tx.em, tx.now, silentSeconds);
    for (const eventId of events) tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
    return events.length;
  }

  private async see(one: AtWork): Promise<void> {
    const { runId } = one.work;
    this.tell(one);
    const heart = setInterval(() => this.tell(one), beatMs);
    try {
      // Also who was stopped as the turn came does not begin.
      const end = (await one.place.turn) && !one.stopped ? await this.solved(one) : null;
      clearInterval(heart);
      await one.writing;
      if (end) await this.keep(one, end);
      else await this.endUnbegun(one);
    } catch (error) {
      this.log.error(
        `The run ${runId} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      await this.fail(one).catch((again: unknown) => this.log.error(`And could not be ended: ${String(again)}`));
    } finally {
      clearInterval(heart);
      this.atWork.delete(runId);
      await one.solver?.end();
      one.place.leave();
    }
  }

  private solved(one: AtWork): Promise<SolverEnd> {
    const { work } = one;
    one.progress = nothingYet;
    one.solver = new Solver(work, ({ progress, ms }) => {
      one.progress = further(one.progress, placedOf(progress, work), ms);
      this.tell(one);
    });
    this.tell(one);
    return one.solver.ended;
  }

  /** One word at a time; what comes meanwhile is said with the next. */
  private tell(one: AtWork): void {
    one.unsaid = true;
    one.writing ??= this.sayAll(one);
  }

  private async sayAll(one: AtWork): Promise<void> {
    while (one.unsaid) {
      one.unsaid = false;
      await this.say(one).catch((error: unknown) =>
        this.log.warn(`How far the run is could not be written: ${String(error)}`),
      );
    }
    one.writing = null;
  }

  private async say(one: AtWork): Promise<void> {
    const { work, progress, solver } = one;
    const { runId, eventId } = work;
    const heard = await this.transactions.run(async (tx) => {
      const heard = await beat(tx.em, runId, { begun: solver !== null, progress });
      tx.hint(`organise:${eventId}`, 'schedule.progressed', { eventId, runId });
      return heard;
    });
    if (!heard || heard.stop) stop(one);
  }

  private async keep({ work, progress }: AtWork, end: SolverEnd): Promise<void> {
    const { eventId, runId } = work;
    await this.transactions.run(async (tx) => {
      const run = await heldRun(tx.em, eventId, runId);
      if (run.endedAt) return;
      if (end.violations.length > 0)
        this.log.error(`The plan of ${runId} breaks rules: ${JSON.stringify(end.violations.slice(0, 5))}`);
      const failed = end.violations.length > 0 ? 'audit_failed' : end.plan === null ? 'no_plan' : null;
      if (end.plan && !failed) await keepPlan(tx.em, { ...work, plan: end.plan });
      await tx.em.query(
        `UPDATE schedule_run SET state = $2, failed_because = $3, ended_at = $4, progress = $5, has_plan = $3::text IS NULL WHERE id = $1`,
        [
          runId,
          failed ? 'failed' : end.stopped ? 'stopped' : 'done',
          failed,
          tx.now,
          JSON.stringify(further(progress, placedOf(end.progress, work), end.ms)),
        ],
      );
      tx.hint(`organise:${eventId}`, 'schedule.progressed', { eventId, runId });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
    });
  }

  /** It was stopped before its turn came: there is no plan, and nothing went wrong. */
  private async endUnbegun({ work: { eventId, runId } }: AtWork): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.em.query(`UPDATE schedule_run SET state = 'stopped', ended_at = $2 WHERE id = $1 AND ended_at IS NULL`, [
        runId,
        tx.now,
      ]);
      tx.hint(`organise:${eventId}`, 'schedule.progressed', { eventId, runId });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
    });
  }

  private async fail({ work: { eventId, runId } }: AtWork): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.em.query(
        `UPDATE schedule_run SET state = 'failed', failed_because = 'internal', ended_at = $2 WHERE id = $1 AND ended_at IS NULL`,
        [runId, tx.now],
      );
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
    });
  }
}

/** Whoever waits leaves the line; whoever works ends with the best plan so far. A place that was got is left when all is over. */
function stop(one: AtWork): void {
  one.stopped = true;
  one.place.giveUp();
  one.solver?.stop();
}

/** What stood before is in every plan and is no wish that was placed. */
const placedOf = (progress: Progress, { standing }: Work): Progress => ({
  ...progress,
  meetings: Math.max(0, progress.meetings - standing.size),
});
