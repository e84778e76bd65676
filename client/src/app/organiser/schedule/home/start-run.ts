import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  type BlockId,
  type PlannedBlockView,
  type ScheduleDiagnosis,
  type ScheduleFinding,
  type ScheduleMode,
  scheduleModes,
  type ScheduleRunId,
  type ScheduleRunInput,
  type ScheduleRunView,
} from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { asRefusal } from '../../../core/problem/problem';
import { sending } from '../../../core/problem/sending';
import { ScheduleDesk } from '../../../data/organiser/schedule/schedule-desk';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Control, Field } from '../../../ui/forms/field';
import { PlanTexts } from '../plan-texts';
import { Findings } from './findings';

const limits = [1, 5, 30, 120, 600] as const;
/** Steps are the measure then; this only ends what would never end. */
const TIME_FOR_STEPS = 600;
const MOST_STEPS = 10_000_000;
/** Milliseconds after the last change of the options. */
const LOOKED_AFTER = 1000;

/** Starts a run; what stands against it is said before. */
@Component({
  selector: 'musubi-start-run',
  imports: [Control, Failure, Field, Findings, Note],
  templateUrl: './start-run.html',
  styleUrl: './start-run.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartRun {
  /** The plan that empty slots are to be filled of, where one came from there. */
  readonly fill = input<string>();
  /** The run that is to be repeated step by step, where one came from there. */
  readonly again = input<string>();
  /** The plan that is to be mended, where one came from there. */
  readonly mend = input<string>();
  readonly started = output<ScheduleRunId>();

  private readonly desk = inject(ScheduleDesk);
  private readonly texts = inject(PlanTexts);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly form = sending();
  /** There is nothing to mend before there is a plan. */
  protected readonly modes = computed(() =>
    scheduleModes.filter((mode) => mode !== 'repair' || this.bases().length > 0),
  );
  protected readonly limits = limits;
  protected readonly mode = signal<ScheduleMode>('whole');
  /** None said: what is suggested. */
  private readonly chosenBase = signal<ScheduleRunId | null | undefined>(undefined);
  protected readonly blocks = computed(() => this.desk.view()?.blocks ?? []);
  /** Which times are planned: those that are not published yet, or all where that is none or every one. */
  protected readonly times = linkedSignal<readonly BlockId[], ReadonlySet<BlockId>>({
    source: computed(() => this.blocks().map(({ blockId }) => blockId), { equal: same }),
    computation: (all) => {
      const open = this.blocks().filter(({ planPublishedAt }) => planPublishedAt === null);
      return new Set(open.length > 0 ? open.map(({ blockId }) => blockId) : all);
    },
  });
  protected readonly seconds = signal<number>(5);
  protected readonly seed = signal(1);
  /** How many steps at most, in place of a time; null: as the time allows. */
  protected readonly steps = signal<number | null>(null);
  protected readonly diagnosis = signal<ScheduleDiagnosis | null>(null);
  /** The plan to build on as it was when that was read. */
  private readonly diagnosedBase = signal<string | null>(null);
  /** What the server refused to start with. */
  protected readonly refused = signal<readonly ScheduleFinding[]>([]);
  /** How many more stand against it than it named. */
  private readonly refusedMore = signal(0);
  protected readonly bases = computed(() => this.desk.view()?.runs.filter(({ hasPlan }) => hasPlan) ?? []);
  /** The latest plan with meetings that an organiser has locked and that nobody has been told of yet. */
  private readonly lockedBase = computed(
    () => this.bases().find(({ publishedAt, counts }) => publishedAt === null && counts.locked > 0) ?? null,
  );
  /** Unless another one is chosen a run keeps what is locked. */
  protected readonly basedOn = computed(() => {
    const chosen = this.chosenBase();
    return chosen === undefined ? (this.lockedBase()?.runId ?? null) : chosen;
  });
  /** What becomes of locked meetings. */
  protected readonly locks = computed(() => {
    const run = this.bases().find(({ runId }) => runId === this.basedOn());
    const [found, left] = [this.diagnosis(), this.lockedBase()];
    if (run && found && this.diagnosedBase() === run.runId)
      return {
        kept: found.locked > 0 ? this.words.n('schedule.start.locks_kept', found.locked, { number: run.number }) : '',
        lost: found.unlocked > 0 ? this.words.n('schedule.start.locks_lost', found.unlocked) : '',
      };
    return left && !run
      ? { kept: '', lost: this.words.n('schedule.start.locks_left', left.counts.locked, { number: left.number }) }
      : null;
  });
  protected readonly findings = computed(() =>
    this.refused().length > 0 ? this.refused() : (this.diagnosis()?.findings ?? []),
  );
  protected readonly more = computed(() =>
    this.refused().length > 0 ? this.refusedMore() : (this.diagnosis()?.more ?? 0),
  );
  /** None named: all of them. */
  private readonly part = computed((): Pick<ScheduleRunInput, 'blockIds'> => {
    const times = this.times();
    return times.size < this.blocks().length ? { blockIds: [...times] } : {};
  });
  /** What findings depend on. */
  private readonly options = computed<ScheduleRunInput>(() => ({
    mode: this.mode(),
    basedOn: this.basedOn(),
    ...this.part(),
  }));
  private readonly input = computed<ScheduleRunInput>(() => ({
    ...this.options(),
    seed: this.seed(),
    ...(this.mode() === 'repair' || this.steps() === null
      ? { seconds: this.seconds() }
      : { steps: this.steps(), seconds: TIME_FOR_STEPS }),
  }));
  /** The settings and the times; null where nothing is planned. */
  private readonly ground = computed(() => {
    const view = this.desk.view();
    return view && view.blocks.length > 0 ? JSON.stringify([view.version, view.blocks]) : null;
  });
  private readonly said = computed(() => JSON.stringify(this.desk.view()?.preferences ?? null));
  private looked = false;
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const runId = this.fill() as ScheduleRunId | undefined;
      if (!runId || !this.bases().some((run) => run.runId === runId)) return;
      this.mode.set('only_empty');
      this.build(runId);
    });
    effect(() => {
      const run = this.bases().find(({ runId }) => runId === this.again());
      if (run) untracked(() => this.repeat(run));
    });
    effect(() => {
      const runId = this.mend() as ScheduleRunId | undefined;
      if (!runId || !this.bases().some((run) => run.runId === runId)) return;
      this.mode.set('repair');
      this.build(runId);
    });
    // Read anew for other options, and when what it is made from changed; not whenever somebody says whom they want to meet.
    effect(() => {
      this.options();
      if (this.ground()) untracked(() => this.lookSoon());
    });
    // But where nothing can start yet, what people say may be what was missing.
    effect(() => {
      if (this.said()) untracked(() => this.diagnosis()?.possible === false && this.lookSoon());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.looking));
  }

  protected choose(mode: ScheduleMode): void {
    this.mode.set(mode);
    const [latest, published] = [this.bases()[0]?.runId ?? null, this.desk.view()?.publishedRunId ?? null];
    if (mode === 'only_empty' && this.basedOn() === null) this.chosenBase.set(latest);
    if (mode === 'repair') this.build(published ?? this.basedOn() ?? latest);
  }

  /** At least one stays. */
  protected toggle(blockId: BlockId): void {
    this.times.update((times) => {
      const next = times.symmetricDifference(new Set([blockId]));
      return next.size > 0 ? next : times;
    });
  }

  protected nameOf({ name, startsAt }: PlannedBlockView): string {
    return this.words.text(name) || this.texts.both(startsAt);
  }

  protected base(change: Event): void {
    const runId = ((change.target as HTMLSelectElement).value || null) as ScheduleRunId | null;
    if (this.mode() === 'repair') this.build(runId);
    else this.chosenBase.set(runId);
  }

  /** On the plan and for its times. */
  private build(runId: ScheduleRunId | null): void {
    this.chosenBase.set(runId);
    const own = this.bases().find((run) => run.runId === runId)?.blockIds ?? [];
    if (own.length > 0) this.times.set(new Set(own));
  }

  /** With the same order, for as many steps: on the same event that is the same plan. */
  private repeat({ mode, basedOn, blockIds, seed, progress }: ScheduleRunView): void {
    this.mode.set(mode);
    this.chosenBase.set(basedOn);
    if (blockIds.length > 0) this.times.set(new Set(blockIds));
    this.seed.set(seed);
    this.steps.set(progress.steps ?? null);
  }

  protected limit(count: number): string {
    return count % 60
      ? this.t('schedule.start.seconds_of', { count })
      : this.words.n('schedule.start.minutes_of', count / 60);
  }

  protected sow(change: Event): void {
    const seed = (change.target as HTMLInputElement).valueAsNumber;
    if (Number.isInteger(seed) && seed >= 1 && seed <= 2_147_483_647) this.seed.set(seed);
  }

  protected count(change: Event): void {
    const { value, valueAsNumber } = change.target as HTMLInputElement;
    if (value === '') this.steps.set(null);
    else if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= MOST_STEPS)
      this.steps.set(valueAsNumber);
  }

  protected start(submit: Event): Promise<void> {
    submit.preventDefault();
    this.refused.set([]);
    return this.form.run(async () => {
      try {
        this.started.emit((await this.desk.start(this.input())).runId);
      } catch (error) {
        const { data } = asRefusal(error);
        if (Array.isArray(data['findings'])) {
          this.refused.set(data['findings'] as ScheduleFinding[]);
          this.refusedMore.set(Number(data['more'] ?? 0));
        }
        throw error;
      }
    });
  }

  /** At once the first time; later once for all that is changed within a moment. */
  private lookSoon(): void {
    clearTimeout(this.looking);
    if (this.looked) this.looking = setTimeout(() => void this.look(), LOOKED_AFTER);
    else void this.look();
  }

  /** Where it cannot be told, the start tells it. */
  private async look(): Promise<void> {
    this.looked = true;
    const input = this.options();
    const found = await this.desk.diagnose(input).catch(() => null);
    if (!found || JSON.stringify(this.options()) !== JSON.stringify(input)) return;
    this.diagnosis.set(found);
    this.diagnosedBase.set(input.basedOn ?? null);
  }
}

const same = (one: readonly BlockId[], other: readonly BlockId[]): boolean => one.join() === other.join();
