import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlannedMeetingId, PlannedMeetingView, PublishResult, ScheduleRunId } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Toasts } from '../../../core/page/toasts';
import { CurrentEvent } from '../../../data/events/current-event';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { narrowedRows, wholeBoard } from '../../../data/organiser/schedule/board/plan-board';
import { PlanDesk } from '../../../data/organiser/schedule/plan-desk';
import { ScheduleDesk } from '../../../data/organiser/schedule/schedule-desk';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Icon } from '../../../ui/icon/icon';
import { KeepFocus } from '../../../ui/layout/keep-focus';
import { Figures } from '../figures/figures';
import { PlanTexts } from '../plan-texts';
import { PublishReport } from '../publish/publish-report';
import { publishQuestion, rollBackQuestion, rolledBackMore } from '../publish/questions';
import { RunStrip } from '../run/run-strip';
import { Unmet } from '../unmet/unmet';
import { BoardActions } from './board-actions';
import { BoardFilterBar } from './board-filter';
import { Foresight } from './foresight';
import { MeetingList } from './meeting-list';
import { MeetingPanel } from './panel/meeting-panel';
import { PlanGrid } from './plan-grid';

/** One run: watched while it works, then its plan as a board, adjusted by hand and published. */
@Component({
  selector: 'musubi-plan-page',
  imports: [
    RouterLink,
    BoardFilterBar,
    Empty,
    Failure,
    Figures,
    Icon,
    MeetingList,
    MeetingPanel,
    KeepFocus,
    PlanGrid,
    PublishReport,
    RunStrip,
    Skeleton,
    Unmet,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
  providers: [BoardActions, Foresight],
  host: { class: 'page-wide' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanPage {
  /** From the address. */
  readonly runId = input.required<string>();

  private readonly grid = viewChild(PlanGrid);
  private readonly event = inject(CurrentEvent).event;
  protected readonly schedule = inject(ScheduleDesk);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly say = inject(MeetingWords);
  private readonly texts = inject(PlanTexts);
  protected readonly problems = inject(ProblemWords);
  protected readonly desk = inject(PlanDesk);
  protected readonly actions = inject(BoardActions);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly filter = linkedSignal({ source: this.runId, computation: () => wholeBoard });
  protected readonly asList = signal(false);
  protected readonly allTimes = linkedSignal({ source: this.runId, computation: () => false });
  protected readonly sending = signal(false);
  protected readonly result = linkedSignal<string, PublishResult | null>({
    source: this.runId,
    computation: () => null,
  });
  /** Why a run that was stopped has no plan. */
  protected readonly planless = computed(() =>
    this.desk.run()?.progress.phase === 'waiting' ? 'never_began' : 'no_plan',
  );
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}/schedule`);
  protected readonly rows = computed(() => narrowedRows(this.actions.board()?.rows ?? [], this.filter()));
  /** Positions of the times of the run, or of all. */
  protected readonly slots = computed(() => {
    const [plan, run] = [this.desk.plan(), this.desk.run()];
    const all = plan?.slots.map((_, at) => at) ?? [];
    if (!plan || !run || this.allTimes()) return all;
    const own = all.filter((at) => run.blockIds.includes(plan.slots[at]!.blockId));
    return own.length > 0 ? own : all;
  });
  /** There are times beside those that the run plans. */
  protected readonly otherTimes = computed(
    () => this.allTimes() || this.slots().length < (this.desk.plan()?.slots.length ?? 0),
  );
  /** The blocks whose times lie beside the days of the event, by name. */
  protected readonly beside = computed(() => {
    const [event, plan] = [this.event(), this.desk.plan()];
    if (!event || !plan) return null;
    const day = (at: string) => this.say.day(at, event.zone);
    const [first, last] = [Date.parse(event.startsAt), Date.parse(event.endsAt)];
    const days = new Set([day(event.startsAt), day(event.endsAt)]);
    const blocks = new Set(
      this.slots().flatMap((at) => {
        const { startsAt, blockId } = plan.slots[at]!;
        const begins = Date.parse(startsAt);
        return (begins >= first && begins < last) || days.has(day(startsAt)) ? [] : [blockId];
      }),
    );
    const named = (this.schedule.view()?.blocks ?? []).filter(({ blockId }) => blocks.has(blockId));
    return named.length > 0
      ? this.texts.list(named.map(({ name, startsAt }) => this.words.text(name) || this.texts.both(startsAt)))
      : null;
  });
  /** There are people who neither wish nor meet anybody. */
  protected readonly idle = computed(() =>
    (this.actions.board()?.rows ?? []).some(({ person, meetings }) => person.wishes === 0 && meetings === 0),
  );
  protected readonly planned = computed(() => {
    const plan = this.desk.plan();
    if (!plan) return null;
    const placed = plan.meetings.filter(({ origin }) => origin.kind !== 'confirmed');
    return { objective: plan.figures.objective, meetings: placed.length };
  });
  protected readonly lead = computed(() => {
    const run = this.desk.run();
    if (!run) return '';
    const params = {
      number: run.number,
      date: this.say.day(run.startedAt),
      mode: this.texts.mode(run),
      at: this.texts.both(run.rolledBackAt ?? run.publishedAt ?? run.startedAt),
    };
    if (run.rolledBackAt) return this.t('schedule.run.lead_rolled_back', params);
    return this.t(run.publishedAt ? 'schedule.run.lead_published' : 'schedule.run.lead', params);
  });
  /** The plan made before this one, to look at both. */
  protected readonly before = computed(() => {
    const run = this.desk.run();
    const runs = this.schedule.view()?.runs ?? [];
    return run ? (runs.find(({ number, hasPlan }) => hasPlan && number < run.number) ?? null) : null;
  });
  /** Meetings of the plan that could not be published. */
  protected readonly refused = computed(
    () => this.desk.plan()?.meetings.filter(({ conflict }) => conflict).length ?? 0,
  );
  /** Of a published run: how many of its meetings stand, and how many could not be published. */
  protected readonly publishedText = computed(() => {
    const plan = this.desk.plan();
    if (!plan || !this.desk.published()) return null;
    const stand = plan.meetings.filter(({ origin, conflict }) => origin.kind !== 'confirmed' && !conflict).length;
    const refused = this.refused();
    const said = [
      this.words.n('schedule.run.stand', stand),
      refused > 0 ? this.words.n('schedule.run.refused', refused) : '',
    ];
    return said.filter(Boolean).join(this.words.lang() === 'ja' ? '' : ' ');
  });
  protected readonly withoutText = computed(() => {
    const plan = this.desk.plan();
    const rows = this.actions.board()?.rows ?? [];
    // Of a published run what stands counts, not what was planned.
    const without = this.desk.published()
      ? rows.filter(({ person, meetings }) => person.wishes > 0 && meetings === 0).length
      : (plan?.figures.fairness.without.length ?? 0);
    return without ? this.words.n('schedule.board.without', without) : this.t('schedule.board.all_met');
  });
  protected readonly failed = computed(() => {
    const refusal = this.desk.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const [event, runId] = [this.event(), this.runId() as ScheduleRunId];
      if (!event) return;
      untracked(() => {
        void this.desk.open(event.eventId, runId);
        void this.schedule.open(event.eventId);
      });
    });
  }

  protected stop(): Promise<void> {
    return this.attempt(() => this.desk.stop());
  }

  protected async publish(): Promise<void> {
    const plan = this.desk.plan();
    if (!plan) return;
    const out = this.schedule.view()?.runs.find(({ publishedAt, rolledBackAt }) => publishedAt && !rolledBackAt);
    if (!(await this.dialogs.confirm(publishQuestion(plan, this.words, out?.number)))) return;
    await this.attempt(async () => this.result.set(await this.desk.publish()));
  }

  protected async rollBack(): Promise<void> {
    const plan = this.desk.plan();
    if (!plan || !(await this.dialogs.confirm(rollBackQuestion(plan, this.words)))) return;
    await this.attempt(async () => {
      const done = await this.desk.rollBack();
      this.result.set(null);
      const more = rolledBackMore(done, this.words);
      this.toasts.show({ text: this.words.n('schedule.roll_back.done', done.cancelled), ...(more ? { more } : {}) });
    });
  }

  /** Past everything that stands before it. */
  protected toBoard(): void {
    this.grid()?.enter();
  }

  /** From the panel to the board, where the keys go on. */
  protected pickUp(meeting: PlannedMeetingView, on: boolean): void {
    this.actions.pickUp(on);
    this.bring(this.rowOf(meeting), meeting.slot);
  }

  protected leave(meeting: PlannedMeetingView): void {
    this.actions.choose(null);
    this.bring(this.rowOf(meeting), meeting.slot);
  }

  /** Brings a meeting into view, also where the filter hid it. */
  protected show(id: PlannedMeetingId): void {
    const meeting = this.desk.plan()?.meetings.find(({ plannedId }) => plannedId === id);
    if (!meeting) return;
    this.actions.choose(id);
    this.bring(this.rowOf(meeting), meeting.slot);
  }

  protected bring(person: string, slot = -1): void {
    this.asList.set(false);
    if (slot >= 0 && !this.slots().includes(slot)) this.allTimes.set(true);
    if (!this.rows().some((row) => row.person.participantId === person)) this.filter.set({ ...wholeBoard, idle: true });
    setTimeout(() => this.grid()?.show(person, slot));
  }

  /** Of its people one who is on the board, so that no filter is undone without need. */
  private rowOf({ people }: PlannedMeetingView): string {
    const shown = new Set(this.rows().map(({ person }) => person.participantId));
    return people.find((one) => shown.has(one)) ?? people[0]!;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    try {
      await work();
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
      void this.desk.refresh();
    } finally {
      this.sending.set(false);
    }
  }
}
