import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ParticipantId, PlanComparison, PlanDifference, ScheduleRunId } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { ProblemWords } from '../../../core/problem/problem-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { ComparisonDesk } from '../../../data/organiser/schedule/comparison-desk';
import { ScheduleDesk } from '../../../data/organiser/schedule/schedule-desk';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';

/** Rows that are shown before one asks for the rest. */
const AT_FIRST = 50;

/** What a plan weighs: more of the first, less of the others. */
const measures = ['objective', 'withoutPeople', 'withoutOrganisations', 'unsocial', 'unsocialMost'] as const;

/** Two runs beside each other: what changed, and for whom. */
@Component({
  selector: 'musubi-compare',
  imports: [RouterLink, Failure, Skeleton],
  templateUrl: './compare.html',
  styleUrl: './compare.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Compare {
  /** From the address. */
  readonly runId = input.required<string>();
  readonly with = input<string>();

  private readonly event = inject(CurrentEvent).event;
  private readonly router = inject(Router);
  private readonly runs = inject(ScheduleDesk);
  private readonly texts = inject(PlanTexts);
  private readonly cells = inject(CellWords);
  private readonly say = inject(MeetingWords);
  protected readonly desk = inject(ComparisonDesk);
  protected readonly problems = inject(ProblemWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}/schedule`);
  protected readonly many = linkedSignal({ source: this.runId, computation: () => AT_FIRST });
  protected readonly others = computed(() =>
    (this.runs.view()?.runs ?? []).filter(({ hasPlan, runId }) => hasPlan && runId !== this.runId()),
  );
  protected readonly chosen = computed(() => this.with() ?? this.others()[0]?.runId ?? null);
  protected readonly back = computed(() => {
    const number = this.runs.view()?.runs.find(({ runId }) => runId === this.runId())?.number;
    return number === undefined ? this.t('schedule.run.title') : this.t('schedule.compare.back', { number });
  });
  protected readonly failed = computed(() => {
    const refusal = this.desk.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly figures = computed(() => {
    const both = this.desk.comparison();
    if (!both) return [];
    const row = (key: string, of: (run: PlanComparison['before']) => string) => ({
      label: this.t(`schedule.compare.${key}`),
      before: of(both.before),
      after: of(both.after),
    });
    return [
      row('meetings', ({ counts }) => this.texts.met(counts)),
      row('possible', ({ progress }) => this.texts.share(progress.objective, progress.bound) ?? ''),
      ...measures.map((key) => ({
        label: this.t(`schedule.compare.${key}`),
        before: this.texts.number(both.measures.before[key]),
        after: this.texts.number(both.measures.after[key]),
      })),
    ];
  });
  private readonly names = computed(
    () => new Map((this.desk.comparison()?.people ?? []).map(({ participantId, name }) => [participantId, name])),
  );
  protected readonly people = computed(() =>
    (this.desk.comparison()?.people ?? []).slice(0, this.many()).map((one) => ({
      ...one,
      id: one.participantId,
      name: this.cells.name(one.name),
      organisation: this.say.organisation(one.organisation),
      count: this.t('schedule.compare.arrow', { before: one.before, after: one.after }),
    })),
  );
  protected readonly differences = computed(() =>
    (this.desk.comparison()?.differences ?? []).slice(0, this.many()).map((one) => ({
      change: this.t(`schedule.compare.change.${one.change}`),
      kind: one.change,
      who: this.who(one.people),
      when: this.when(one),
      interpreter: this.interpreter(one),
    })),
  );
  protected readonly hidden = computed(() => {
    const both = this.desk.comparison();
    return both ? Math.max(both.people.length, both.differences.length) - this.many() : 0;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.runs.open(event.eventId));
    });
    effect(() => {
      const [event, runId, before] = [
        this.event(),
        this.runId() as ScheduleRunId,
        this.chosen() as ScheduleRunId | null,
      ];
      if (event && before) untracked(() => void this.desk.open(event.eventId, runId, before));
    });
  }

  protected choose(change: Event): void {
    const runId = (change.target as HTMLSelectElement).value;
    void this.router.navigate([], { queryParams: { with: runId }, replaceUrl: true });
  }

  private who(people: readonly ParticipantId[]): string {
    return this.texts.who(people.flatMap((one) => this.names().get(one) ?? []));
  }

  /** Where who interprets is not the same: from whom to whom. */
  private interpreter({ change, before, after }: PlanDifference): string {
    if (!before || !after || change === 'added' || before.interpreterId === after.interpreterId) return '';
    const names = this.desk.comparison()?.interpreters ?? [];
    const of = (id: string | null): string => {
      const name = names.find(({ interpreterId }) => interpreterId === id)?.name;
      return name ? this.cells.name(name) : this.t('schedule.compare.nobody');
    };
    const arrow = { before: of(before.interpreterId), after: of(after.interpreterId) };
    return this.t('schedule.compare.interprets', { who: this.t('schedule.compare.arrow', arrow) });
  }

  private when({ before, after }: PlanDifference): string {
    const at = (one: { startsAt: string } | null): string => (one ? this.texts.both(one.startsAt) : '');
    if (!before || !after || before.startsAt === after.startsAt) return at(after ?? before);
    return this.t('schedule.compare.arrow', { before: at(before), after: at(after) });
  }
}
