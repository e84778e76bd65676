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
import type { ScheduleRunId } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { ScheduleDesk } from '../../../data/organiser/schedule/schedule-desk';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { AskPeople } from '../asking/ask-people';
import { PlanTexts } from '../plan-texts';
import { RunList } from './run-list';
import { SettingsForm } from './settings-form';
import { StartRun } from './start-run';

/** What the plan is made from, a new run, and the runs so far. */
@Component({
  selector: 'musubi-schedule-home',
  imports: [RouterLink, AskPeople, Empty, Failure, Note, RunList, SettingsForm, Skeleton, StartRun],
  templateUrl: './schedule-home.html',
  styleUrl: './schedule-home.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleHome {
  /** From the address: the run whose empty slots are to be filled. */
  readonly fill = input<string>();

  /** From the address: the run that is to be mended. */
  readonly repair = input<string>();

  /** From the address: the run that is to be repeated. */
  readonly again = input<string>();

  /** From the address: a maximum of meetings to try. */
  readonly maximum = input<string>();

  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly event = inject(CurrentEvent).event;
  private readonly texts = inject(PlanTexts);
  protected readonly problems = inject(ProblemWords);
  protected readonly desk = inject(ScheduleDesk);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly changing = linkedSignal(() => this.tried() !== null);

  protected readonly tried = computed(() => {
    const count = Number(this.maximum());
    return Number.isInteger(count) && count >= 1 && count <= 100 ? count : null;
  });
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly failed = computed(() => {
    const refusal = this.desk.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly madeFrom = computed(() => {
    const view = this.desk.view();
    if (!view) return [];
    const { people, answered, must, meet, noThanks, mutual, requests } = view.preferences;
    const { preferencesUntil, mustAtMost, meetingsAtMost } = view.settings;
    const number = (value: number): string => this.texts.number(value);
    const meetings =
      meetingsAtMost === null
        ? this.t('schedule.made.limit_none')
        : this.words.n('schedule.made.limit_meetings', meetingsAtMost);
    return [
      this.t('schedule.made.answered', { answered, people }),
      [
        this.t('schedule.made.said', { must: number(must), meet: number(meet), noThanks }),
        this.words.n('schedule.made.mutual', mutual),
        this.words.n('schedule.made.requests', requests),
      ].join(this.words.lang() === 'ja' ? '、' : '; '),
      preferencesUntil
        ? this.t('schedule.made.until', { at: this.texts.both(preferencesUntil) })
        : this.t('schedule.made.until_none'),
      this.t('schedule.made.limits', { must: mustAtMost, meetings }),
      ...view.blocks.map(({ name, slots, startsAt }) => {
        const [called, at] = [this.words.text(name), this.texts.both(startsAt)];
        const key = called ? 'schedule.made.block' : 'schedule.made.block_unnamed';
        return this.words.n(key, slots, { name: called, at });
      }),
    ];
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.desk.open(event.eventId));
    });
  }

  protected watch(runId: ScheduleRunId): void {
    void this.router.navigate([this.base(), 'schedule', 'runs', runId]);
  }

  protected settled(): void {
    this.changing.set(false);
    this.toasts.show({ text: this.t('schedule.settings.saved') });
  }
}
