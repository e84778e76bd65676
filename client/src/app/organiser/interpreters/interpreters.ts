import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  InterpretedMeeting,
  InterpreterId,
  InterpretersView,
  InterpreterView,
  LanguagePair,
} from '@musubi/contracts';
import { sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { CurrentEvent } from '../../data/events/current-event';
import { InterpretersApi } from '../../data/interpreters/interpreters-api';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Person } from '../../ui/people/person';
import { AddInterpreter, type NewInterpreter } from './add-interpreter';

/** Whom the event has to interpret, each with their day on both clocks; first the meetings that lack one. */
@Component({
  selector: 'musubi-interpreters',
  imports: [AddInterpreter, Empty, Failure, Person, RouterLink, Skeleton, State],
  templateUrl: './interpreters.html',
  styleUrl: './interpreters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Interpreters {
  private readonly api = inject(InterpretersApi);
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly read = new Reading<InterpretersView>(() => this.api.of(this.event()!.eventId));
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  private readonly refusal = signal<ReturnType<typeof asRefusal> | null>(null);

  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly interpreters = computed(() => this.read.value()?.interpreters ?? []);
  protected readonly wanted = computed(() => this.read.value()?.wanted ?? []);
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly refused = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      if (this.event()) untracked(() => void this.read.refresh());
    });
    const stop = inject(Realtime).onHint('interpreters.changed', ({ eventId }) => {
      if (eventId === this.event()?.eventId) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected pair([one, other]: LanguagePair): string {
    return this.t('company.pair', { one: this.say.language(one), other: this.say.language(other) });
  }

  protected pairs({ pairs }: InterpreterView): string {
    return pairs.map((pair) => this.pair(pair)).join(this.lang() === 'ja' ? '、' : ', ');
  }

  protected people({ people }: InterpretedMeeting): string {
    return people.map(({ name }) => this.say.name(name)).join(' × ');
  }

  protected when({ startsAt }: InterpretedMeeting): string {
    return this.say.wholeBoth(startsAt, this.event()!.zone);
  }

  /** On the organiser's clock and the interpreter's own; the event's where the two are the same. */
  protected stint({ startsAt }: InterpretedMeeting, { zone }: InterpreterView): string {
    const same = sameClock(zone, this.clock.zone(), Temporal.Instant.from(startsAt));
    return this.say.wholeBoth(startsAt, same ? this.event()!.zone : zone);
  }

  protected available({ available, zone }: InterpreterView): string {
    if (available.length === 0) return this.t('company.board.always');
    const times = available.map(
      ({ startsAt, endsAt }) => `${this.say.wholeBoth(startsAt, zone)}–${this.say.time(endsAt)}`,
    );
    return this.t('company.board.available', { times: times.join('; ') });
  }

  protected named(interpreterId: InterpreterId): string {
    const one = this.interpreters().find((other) => other.interpreterId === interpreterId);
    return one ? this.say.name(one.name) : '';
  }

  protected give(meeting: InterpretedMeeting, interpreterId: InterpreterId): void {
    void this.run(async () => {
      const board = await this.api.assign(this.event()!.eventId, meeting.meetingId, interpreterId);
      this.read.change(() => board);
    });
  }

  protected add(given: NewInterpreter): void {
    void this.run(async () => {
      await this.api.add(this.event()!.eventId, { ...given, available: [] });
      this.adding.set(false);
      this.toasts.show({ text: this.t('company.board.added') });
    });
  }

  protected remove({ interpreterId }: InterpreterView): void {
    void this.run(async () => {
      await this.api.remove(this.event()!.eventId, interpreterId);
      this.toasts.show({ text: this.t('company.board.removed') });
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await work();
    } catch (error) {
      this.refusal.set(asRefusal(error));
    } finally {
      this.busy.set(false);
      void this.read.refresh();
    }
  }
}
