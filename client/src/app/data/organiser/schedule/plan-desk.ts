import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  EventId,
  MeetingView,
  PlanAdjustment,
  PlanCheck,
  PlanView,
  PublishResult,
  RollBackResult,
  ScheduleRunId,
  ScheduleRunView,
  UnmetView,
} from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { asRefusal } from '../../../core/problem/problem';
import { Gathering } from '../../gathering';
import { Reading } from '../../reading';
import { adjusted, type Undo, undoOf } from './board/plan-undo';
import { OrganiserApi } from '../organiser-api';
import { ScheduleApi } from './schedule-api';
import { sincePublished } from './board/since-published';

/** One run: how far it is, then its plan, changed by hand with a way back, until it is published. */
@Injectable({ providedIn: 'root' })
export class PlanDesk {
  private readonly api = inject(ScheduleApi);
  private readonly organiser = inject(OrganiserApi);
  private readonly named = signal<{ eventId: EventId; runId: ScheduleRunId } | null>(null);
  private readonly runRead = new Reading<ScheduleRunView>(() => this.with((event, run) => this.api.run(event, run)));
  private readonly planRead = new Reading<PlanView>(() => this.with((event, run) => this.api.plan(event, run)));
  private readonly unmetRead = new Reading<UnmetView>(() => this.with((event, run) => this.api.unmet(event, run)));
  private readonly meetingsRead = new Reading<MeetingView[]>(() => this.organiser.meetings(this.named()!.eventId));
  private readonly booked = new Gathering(() => void this.readMeetings());
  private readonly back = signal<readonly Undo[]>([]);
  private readonly under = signal(false);

  readonly run = this.runRead.value;
  /** Of a published run, with what became of it since. */
  readonly plan = computed(() => {
    const [plan, meetings] = [this.planRead.value(), this.meetingsRead.value()];
    return plan && meetings && isOut(plan.run) ? sincePublished(plan, meetings) : plan;
  });
  readonly unmet = this.unmetRead.value;
  readonly failed = computed(() => this.runRead.failed() ?? this.planRead.failed());
  readonly failedUnmet = this.unmetRead.failed;
  readonly readingUnmet = this.unmetRead.reading;
  readonly busy = this.under.asReadonly();
  readonly underWay = computed(() => ['queued', 'running'].includes(this.run()?.state ?? ''));
  readonly published = computed(() => isOut(this.run()));
  /** There is something to take back. */
  readonly undoable = computed(() => this.back().length > 0);

  constructor() {
    const realtime = inject(Realtime);
    realtime.onHint('schedule.progressed', ({ runId }) => {
      if (!runId || runId === this.named()?.runId) void this.follow();
    });
    realtime.onHint('schedule.changed', ({ eventId }) => {
      if (this.named() && (!eventId || eventId === this.named()!.eventId)) void this.follow();
    });
    // Somebody booked, moved or cancelled a meeting.
    realtime.onHint('slots.changed', ({ eventId }) => {
      if (eventId === this.named()?.eventId) this.booked.ask();
    });
  }

  async open(eventId: EventId, runId: ScheduleRunId): Promise<void> {
    if (untracked(this.named)?.runId !== runId) {
      for (const read of [this.runRead, this.planRead, this.unmetRead, this.meetingsRead]) read.reset();
      this.back.set([]);
      this.named.set({ eventId, runId });
    }
    await this.follow();
  }

  refresh(): Promise<void> {
    return this.follow();
  }

  async stop(): Promise<void> {
    const run = await this.with((event, id) => this.api.stop(event, id));
    this.runRead.change(() => run);
  }

  /** Refused where it would break a rule (`schedule.conflict`), or where somebody else was faster: then the plan is read anew. */
  async adjust(adjustment: PlanAdjustment): Promise<void> {
    const undo = undoOf(adjustment, untracked(this.plan)!);
    await this.send(adjustment);
    if (undo) this.back.update((all) => [...all, undo]);
  }

  /** What would stand against a change: rooms, interpreters and maxima included, which the board does not show. */
  check(adjustment: PlanAdjustment): Promise<PlanCheck> {
    const { version } = untracked(this.plan)!;
    return this.with((event, run) => this.api.check(event, run, { version, adjustment }));
  }

  async undo(): Promise<void> {
    const last = untracked(this.back).at(-1);
    if (!last) return;
    this.back.update((all) => all.slice(0, -1));
    const adjustment = last(untracked(this.plan)!);
    if (adjustment) await this.send(adjustment);
  }

  async publish(): Promise<PublishResult> {
    const { version } = untracked(this.plan)!;
    const result = await this.whole(() => this.with((event, run) => this.api.publish(event, run, version)));
    this.back.set([]);
    await this.readAll();
    return result;
  }

  async rollBack(): Promise<RollBackResult> {
    const result = await this.whole(() => this.with((event, run) => this.api.rollBack(event, run)));
    await this.readAll();
    return result;
  }

  /** The run as it is; its plan where there is another one than the one that is shown. */
  private async follow(): Promise<void> {
    await this.runRead.refresh();
    const run = untracked(this.run);
    if (run?.hasPlan && !isOf(untracked(this.plan), run)) await this.readPlan();
    void this.readMeetings();
  }

  private async readMeetings(): Promise<void> {
    if (untracked(this.published)) await this.meetingsRead.refresh();
  }

  private async readPlan(): Promise<void> {
    await Promise.all([this.planRead.refresh(), this.unmetRead.refresh()]);
  }

  private async readAll(): Promise<void> {
    await Promise.all([this.runRead.refresh(), this.readPlan()]);
    void this.readMeetings();
  }

  private async send(adjustment: PlanAdjustment): Promise<void> {
    const before = untracked(this.plan)!;
    try {
      const done = await this.whole(() =>
        this.with((event, run) => this.api.adjust(event, run, { version: before.version, adjustment })),
      );
      this.planRead.change((plan) => adjusted(plan, done));
      this.runRead.change((run) => ({ ...run, planVersion: done.version }));
      // Figures and reasons follow; the board does not wait for them.
      void this.readAll();
    } catch (error) {
      if (asRefusal(error).code === 'schedule.plan_changed') {
        this.back.set([]);
        await this.readAll();
      }
      throw error;
    }
  }

  private async whole<T>(work: () => Promise<T>): Promise<T> {
    this.under.set(true);
    try {
      return await work();
    } finally {
      this.under.set(false);
    }
  }

  private with<T>(work: (eventId: EventId, runId: ScheduleRunId) => Promise<T>): Promise<T> {
    const { eventId, runId } = untracked(this.named)!;
    return work(eventId, runId);
  }
}

const isOut = (run: ScheduleRunView | null | undefined): boolean => Boolean(run?.publishedAt) && !run?.rolledBackAt;

/** Publishing and rolling back change what is told of the meetings, and not the plan's version. */
const isOf = (plan: PlanView | null | undefined, run: ScheduleRunView): boolean =>
  plan?.version === run.planVersion &&
  plan.run.publishedAt === run.publishedAt &&
  plan.run.rolledBackAt === run.rolledBackAt;
