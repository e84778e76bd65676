import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetingRecord, RoomStay } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { RecordsApi } from '../../data/organiser/records/records-api';
import { Reading } from '../../data/reading';
import { PlanBPlace } from '../../parts/meeting/plan-b-place';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Written } from '../../ui/text/written';
import { type Decided, DecisionForm } from './decision-form';
import { PresenceLine } from './presence-line';
import { RecordWords } from './record-words';

/** Everything by which organisers decide what became of a meeting, and the form to decide it; never what the two wrote. */
@Component({
  selector: 'musubi-record',
  imports: [DecisionForm, Failure, Note, PlanBPlace, PresenceLine, RouterLink, Skeleton, State, Written],
  templateUrl: './record.html',
  styleUrl: './record.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Record {
  /** The meeting, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(RecordsApi);
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly look = inject(RecordWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly read = new Reading<MeetingRecord>(() => this.api.record(this.event()!.eventId, this.id()));

  protected readonly busy = signal(false);
  protected readonly view = this.read.value;
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly title = computed(() => this.sides().join(this.t('records.between')));
  /** What the two sides are called: whoever stands for them first. */
  protected readonly sides = computed<[string, string]>(() => {
    const named = (wanted: number) => {
      const first = this.view()?.people.find(({ side }) => side === wanted);
      return first ? this.say.name(first.participant.name) : this.t('records.nobody');
    };
    return [named(0), named(1)];
  });
  protected readonly names = computed(
    () =>
      new Map(
        this.view()?.people.map(({ participant }) => [participant.participantId, this.say.name(participant.name)]),
      ),
  );
  /** Whether it may still change: for the time being, as long as a dispute waits, or no more. */
  protected readonly term = computed(() => {
    const verdict = this.view()?.verdict;
    if (!verdict?.provisional) return 'records.final';
    const open = Date.parse(verdict.finalAt) > this.clock.minute().epochMilliseconds;
    return open ? 'records.provisional' : 'records.waits';
  });
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      this.id();
      if (this.event())
        untracked(() => {
          this.read.reset();
          void this.read.refresh();
        });
    });
    const stop = inject(Realtime).onHint('verdicts.changed', ({ meetingId }) => {
      if (meetingId === this.id()) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected spans(stays: readonly RoomStay[]): string {
    if (stays.length === 0) return this.t('records.presence.never');
    return stays.map(({ startsAt, endsAt }) => `${this.say.time(startsAt)}–${this.say.time(endsAt)}`).join(', ');
  }

  /** Who or what is behind an entry of the history. */
  protected decider({ by, undoes, source }: MeetingRecord['history'][number]): string {
    if (!by) return this.t(`records.source.${source}`);
    return this.t(undoes ? 'records.history.undid' : 'records.history.by', { name: by });
  }

  protected decide(decided: Decided): Promise<void> {
    const { place } = this.view()!.verdict!;
    const command = this.api.decide(this.event()!.eventId, this.id(), { ...decided, place });
    return this.attempt(command, 'records.decide.done');
  }

  protected undo(): Promise<void> {
    const { place } = this.view()!.verdict!;
    const reason = this.t('records.undo.reason');
    return this.attempt(this.api.undo(this.event()!.eventId, this.id(), { place, reason }), 'records.undo.done');
  }

  private async attempt(command: Promise<MeetingRecord>, done: string): Promise<void> {
    this.busy.set(true);
    try {
      const view = await command;
      this.read.change(() => view);
      this.toasts.show({ text: this.t(done) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
      void this.read.refresh();
    } finally {
      this.busy.set(false);
    }
  }
}
