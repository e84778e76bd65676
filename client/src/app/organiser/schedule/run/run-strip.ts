import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScheduleRunView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { CurrentEvent } from '../../../data/events/current-event';
import { RunCurve, type CurveWords } from '../../../ui/chart/run-curve';
import { Note } from '../../../ui/feedback/note';
import { PlanTexts } from '../plan-texts';

/** How far a run is or what it reached: wishes placed, share of what is possible, and the curve of its value. */
@Component({
  selector: 'musubi-run-strip',
  imports: [RouterLink, Note, RunCurve],
  template: `<div class="figures">
      <p class="big">
        @if (placed(); as placed) {
          <b>{{ placed }}</b>&ngsp;<small>{{ t('schedule.run.placed', { wishes: wishes() }) }}</small>
          @if (share(); as share) {
            &ngsp;<b>{{ share }}</b
            >&ngsp;<small>{{ t('schedule.run.of_possible') }}</small>
          } @else {
            <small>{{ t('schedule.run.no_bound') }}</small>
          }
        }
      </p>
      @if (underWay()) {
        <div
          class="progress"
          role="progressbar"
          aria-valuemin="0"
          aria-valuemax="100"
          [attr.aria-valuenow]="percent()"
          [attr.aria-label]="t('schedule.run.bar')"
        >
          <span [style.width.%]="percent()"></span>
        </div>
      }
      <p class="meta num">{{ story() }}</p>
      @if (!underWay() && run().progress.proved) {
        <musubi-note icon="check">{{ t('schedule.run.proved') }}</musubi-note>
      }
      @if (!underWay()) {
        <details class="meta">
          <summary>{{ t('schedule.run.details') }}</summary>
          {{ t('schedule.run.details_text', { seed: run().seed, limit: run().seconds }) }}
          @if (steps(); as count) {
            {{ t('schedule.run.steps', { count }) }}
            <a [routerLink]="base()" [queryParams]="{ again: run().runId }">{{ t('schedule.run.again') }}</a>
          }
        </details>
      }
      @if (run().failedBecause; as because) {
        <musubi-note icon="alert" kind="caution">{{ t('schedule.failed.' + because) }}</musubi-note>
      }
    </div>
    @if (atOnce(); as text) {
      <p class="meta num">{{ text }}</p>
    } @else if (points().length) {
      <div>
        <musubi-run-curve [points]="points()" [bound]="run().progress.bound" [until]="until()" [words]="curveWords()" />
        <p class="meta">{{ t('schedule.run.curve.unit') }}</p>
      </div>
    }`,
  styleUrl: './run-strip.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunStrip {
  readonly run = input.required<ScheduleRunView>();
  /** Value and wishes held of the plan as it is now; of the run where that is not known. */
  readonly now = input<{ readonly objective: number; readonly meetings: number } | null>(null);

  private readonly texts = inject(PlanTexts);
  protected readonly t = inject(Words).t;
  protected readonly underWay = computed(() => ['queued', 'running'].includes(this.run().state));
  private readonly event = inject(CurrentEvent).event;
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}/schedule`);
  /** With which the run can be repeated. */
  protected readonly steps = computed(() => {
    const { steps } = this.run().progress;
    return steps ? this.texts.number(steps) : null;
  });
  protected readonly wishes = computed(() => this.texts.number(this.run().counts.wishes));
  protected readonly placed = computed(() => {
    const { progress } = this.run();
    const meetings = this.now()?.meetings ?? progress.meetings;
    return progress.objective === null ? null : this.texts.number(meetings);
  });
  protected readonly share = computed(() => {
    const { objective, bound } = this.run().progress;
    return this.texts.share(this.now()?.objective ?? objective, bound);
  });
  protected readonly percent = computed(() => {
    const { seconds, progress } = this.run();
    return Math.min(100, Math.round(progress.ms / (seconds * 10)));
  });
  protected readonly points = computed(() =>
    this.run().progress.curve.map(({ ms, objective }) => ({ at: ms / 1000, value: objective })),
  );
  /** Where the first plan was the last one there is no climb to draw. */
  protected readonly atOnce = computed(() => {
    const [first, ...more] = this.points();
    if (this.underWay() || !first || more.some(({ value }) => value !== first.value)) return null;
    const { bound } = this.run().progress;
    return this.t(`schedule.run.curve.at_once${bound === null ? '_alone' : ''}`, {
      best: this.texts.number(Math.round(first.value)),
      bound: bound === null ? '' : this.texts.number(Math.round(bound)),
    });
  });
  /** A run that ended long before its limit is drawn as wide as it took. */
  protected readonly until = computed(() => {
    const { seconds, progress } = this.run();
    return this.underWay() ? seconds : Math.max(0.1, Math.min(seconds, progress.ms / 1000));
  });
  protected readonly story = computed(() => {
    const run = this.run();
    const { people, slots, fixed } = run.counts;
    const size = this.t('schedule.run.size', { people: this.texts.number(people), slots, fixed });
    const spent = this.texts.seconds(run.progress.ms);
    if (this.underWay()) {
      const phase =
        run.state === 'queued' && run.progress.phase !== 'waiting'
          ? this.t('schedule.state.queued')
          : this.t(`schedule.run.phase.${run.progress.phase}`, { tries: run.progress.tries ?? 1 });
      return this.t('schedule.run.progress', { percent: this.percent(), phase, spent, limit: run.seconds, size });
    }
    const ended = this.t('schedule.run.ended', { state: this.t(`schedule.state.${run.state}`), spent, size });
    const { tries, ms } = run.progress;
    if (run.state === 'done' && !run.progress.proved && tries && ms >= run.seconds * 1000)
      return `${ended} ${this.t('schedule.run.time_over', { tries })}`;
    return run.state === 'done' && !run.progress.proved && run.progress.bound !== null
      ? `${ended} ${this.t('schedule.run.not_proved')}`
      : ended;
  });
  protected readonly curveWords = computed((): CurveWords => {
    const { objective, bound, curve } = this.run().progress;
    const number = (value: number): string => this.texts.number(Math.round(value));
    const best = objective === null ? null : number(objective);
    const first = curve[0] ? number(curve[0].objective) : '';
    const gap = objective === null || bound === null ? null : number(Math.abs(bound - objective));
    return {
      bound: bound === null ? null : this.t('schedule.run.curve.bound', { bound: number(bound) }),
      best:
        best === null
          ? null
          : gap === null
            ? this.t('schedule.run.curve.best_alone', { best })
            : this.t('schedule.run.curve.best', { best, gap }),
      first: curve.length > 1 ? this.t('schedule.run.curve.first', { first }) : null,
      from: this.t('schedule.run.curve.from'),
      until: this.t('schedule.run.curve.until', { seconds: this.texts.seconds(this.until() * 1000) }),
      summary:
        best === null
          ? this.t('schedule.run.curve.summary_none')
          : bound === null
            ? this.t('schedule.run.curve.summary_alone', { first, best })
            : this.t('schedule.run.curve.summary', { first, best, bound: number(bound) }),
    };
  });
}
