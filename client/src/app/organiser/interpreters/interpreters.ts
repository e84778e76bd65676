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
  BlockView,
  InterpretedMeeting,
  InterpreterId,
  InterpreterInput,
  InterpreterPut,
  InterpretersView,
  InterpreterView,
  LanguagePair,
} from '@musubi/contracts';
import { sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { type Toast, Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { CurrentEvent } from '../../data/events/current-event';
import { InterpretersApi } from '../../data/interpreters/interpreters-api';
import { OrganiserBlocksApi } from '../../data/organiser/blocks/blocks-api';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Person } from '../../ui/people/person';
import { InterpreterForm } from './interpreter-form';

/** Whom the event has to interpret, each with their day on both clocks; first the meetings that lack one. */
@Component({
  selector: 'musubi-interpreters',
  imports: [Empty, Failure, InterpreterForm, Person, RouterLink, Skeleton, State],
  templateUrl: './interpreters.html',
  styleUrl: './interpreters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Interpreters {
  private readonly api = inject(InterpretersApi);
  private readonly blocksApi = inject(OrganiserBlocksApi);
  private readonly dialogs = inject(Dialogs);
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly read = new Reading<InterpretersView>(() => this.api.of(this.event()!.eventId));
  private readonly times = new Reading<BlockView[]>(() => this.blocksApi.all(this.event()!.eventId));
  protected readonly blocks = computed(() => this.times.value() ?? []);
  /** Whose entry is open; `new` for somebody who is not on the list yet. */
  protected readonly open = signal<InterpreterId | 'new' | null>(null);
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
      if (!this.event()) return;
      untracked(() => {
        void this.read.refresh();
        void this.times.refresh();
      });
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

  /** What was refused before is about something else. */
  protected show(which: InterpreterId | 'new' | null): void {
    this.refusal.set(null);
    this.open.set(which);
  }

  protected add(given: InterpreterInput): void {
    void this.run(async () => {
      await this.api.add(this.event()!.eventId, given);
      this.open.set(null);
      this.toasts.show({ text: this.t('company.board.added') });
    });
  }

  protected change(one: InterpreterView, given: InterpreterPut): void {
    const { pairs, available, inARow, breakMinutes } = one;
    const back = (): void => this.put(one, { pairs, available, inARow, breakMinutes }, null);
    this.put(one, given, { label: this.t('company.board.undo'), run: back });
  }

  protected remove({ interpreterId, name, meetings }: InterpreterView): void {
    void this.run(async () => {
      const sure = await this.dialogs.confirm({
        heading: this.t('company.board.remove_title', { name: this.say.name(name) }),
        text: this.words.n('company.board.remove_text', meetings.length),
        confirm: this.t('company.board.remove'),
        cancel: this.t('common.cancel'),
        kind: 'bad',
      });
      if (!sure) return;
      await this.api.remove(this.event()!.eventId, interpreterId);
      this.toasts.show({ text: this.t('company.board.removed') });
    });
  }

  private put({ interpreterId }: InterpreterView, given: InterpreterPut, act: Toast['act'] | null): void {
    void this.run(async () => {
      await this.api.change(this.event()!.eventId, interpreterId, given);
      this.open.set(null);
      this.toasts.show({ text: this.t(act ? 'company.board.changed' : 'company.board.undone'), ...(act && { act }) });
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
