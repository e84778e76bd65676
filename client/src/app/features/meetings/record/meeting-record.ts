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
import type {
  DeclaredPlace,
  DisputeReason,
  MeetingId,
  ParticipantCard,
  RoomStay,
  VerdictView,
} from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Realtime } from '../../../core/realtime/realtime';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { VerdictApi } from '../../../data/meetings/verdict-api';
import { Reading } from '../../../data/reading';
import { Note } from '../../../ui/feedback/note';
import { State, type StateKind } from '../../../ui/feedback/state';
import type { IconName } from '../../../ui/icon/icons';
import { DeclareForm } from './declare-form';
import { DisputeForm, type Disputed } from './dispute-form';

const looks: Record<VerdictView['state'], { icon: IconName; kind: StateKind }> = {
  held: { icon: 'check', kind: 'good' },
  cut_short: { icon: 'clock', kind: 'plain' },
  no_show: { icon: 'clock', kind: 'plain' },
  not_held: { icon: 'dash', kind: 'quiet' },
};

/** What can be wrong with a record that says that they met, and with one that does not. */
const wrongWith = {
  met: ['other-absent', 'could-not-talk', 'technical', 'agreed-otherwise', 'other'],
  missed: ['was-there', 'met-elsewhere', 'technical', 'agreed-otherwise', 'other'],
} as const satisfies Record<string, readonly DisputeReason[]>;

/** How a meeting that is over is recorded, by what one knows it, and what one may say until when. Blames nobody. */
@Component({
  selector: 'musubi-meeting-record',
  imports: [DeclareForm, DisputeForm, Note, State],
  templateUrl: './meeting-record.html',
  styleUrl: './meeting-record.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingRecord {
  readonly meetingId = input.required<MeetingId>();
  readonly partner = input.required<ParticipantCard>();

  private readonly api = inject(VerdictApi);
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly read = new Reading<VerdictView>(() => this.api.verdict(this.meetingId()));
  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly asking = signal<'dispute' | 'declare' | null>(null);
  protected readonly busy = signal(false);
  protected readonly view = this.read.value;
  protected readonly look = computed(() => looks[this.view()?.state ?? 'not_held']);
  protected readonly name = computed(() => this.say.called(this.partner().name));
  protected readonly finding = computed(() => {
    const view = this.view();
    if (!view) return '';
    if (view.excluded) return this.t('record.finding.excluded');
    if (view.state === 'no_show' && view.source === 'presence')
      return this.t(`record.finding.${view.mySideThere ? 'other_missing' : 'mine_missing'}`, { name: this.name() });
    const measured = view.state === 'cut_short' && view.source === 'presence';
    return this.t(`record.finding.${measured ? 'cut_short_measured' : view.state}`);
  });
  /** What the room saw, in one's own clock. */
  protected readonly evidence = computed(() => {
    const view = this.view();
    if (!view) return [];
    const span = { from: this.say.time(view.countedFrom), until: this.say.timeZoned(view.countedUntil) };
    const mine = view.mine.length > 0 ? 'mine' : 'mine_not';
    return [
      this.t(`record.evidence.${mine}`, { times: this.times(view.mine), ...span }),
      ...(view.colleagues.length > 0
        ? [this.t('record.evidence.colleagues', { times: this.times(view.colleagues) })]
        : []),
      this.t(`record.evidence.${view.otherSideThere ? 'other' : 'other_not'}`, { name: this.name() }),
      ...(view.mySideThere && view.otherSideThere
        ? [this.t('record.evidence.together', { minutes: view.togetherMinutes })]
        : []),
    ];
  });
  /** Who said that they met, and what becomes of it; null where nobody did, or an organiser has decided since. */
  protected readonly said = computed(() => {
    const view = this.view();
    if (!view) return null;
    const { bySide, byOther } = view.declared;
    if (bySide && byOther) return view.source === 'declaration' ? 'both_stand' : 'both';
    // What the room saw is enough: nobody has to say it, too.
    if (view.decided || view.state === 'held') return null;
    return bySide ? 'mine' : byOther ? 'theirs' : null;
  });
  private readonly saysMet = computed(() => ['held', 'cut_short'].includes(this.view()?.state ?? ''));
  protected readonly reasons = computed(() => (this.saysMet() ? wrongWith.met : wrongWith.missed));
  /** Who says that they met although the room saw nobody of theirs has met another way. */
  protected readonly likely = computed(() => {
    const view = this.view();
    if (this.saysMet()) return this.reasons()[0]!;
    return view?.declared.bySide && !view.mySideThere ? 'met-elsewhere' : 'was-there';
  });
  protected readonly until = computed(() => {
    const view = this.view();
    return view ? this.say.wholeBoth(view.finalAt, this.partner().zone) : '';
  });
  protected readonly term = computed(() => {
    const view = this.view();
    if (!view) return '';
    const open = Date.parse(view.finalAt) > this.clock.minute().epochMilliseconds;
    const decided = view.decided && !view.provisional;
    const then = decided ? (view.may.dispute ? 'decided_open' : 'decided') : 'open';
    const how = open ? then : view.provisional ? 'looking' : 'final';
    return this.t(`record.term.${how}`, { time: this.until() });
  });

  constructor() {
    effect(() => {
      this.meetingId();
      untracked(() => {
        this.read.reset();
        void this.read.refresh();
      });
    });
    const stop = inject(Realtime).on('meeting.changed', ({ meetingId }) => {
      if (meetingId === this.meetingId()) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected ask(what: 'dispute' | 'declare'): void {
    this.asking.set(this.asking() === what ? null : what);
  }

  protected dispute(said: Disputed): Promise<void> {
    return this.attempt(this.api.dispute(this.meetingId(), said), 'record.dispute.done');
  }

  protected declare(place: DeclaredPlace): Promise<void> {
    return this.attempt(this.api.declare(this.meetingId(), { met: true, place }), 'record.declare.done');
  }

  protected takeBack(): Promise<void> {
    return this.attempt(this.api.declare(this.meetingId(), { met: false, place: 'room' }), 'record.declare.undone');
  }

  private async attempt(command: Promise<VerdictView>, done: string): Promise<void> {
    this.busy.set(true);
    try {
      const view = await command;
      this.read.change(() => view);
      this.asking.set(null);
      this.toasts.show({ text: this.t(done) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
      void this.read.refresh();
    } finally {
      this.busy.set(false);
    }
  }

  private times(stays: readonly RoomStay[]): string {
    const spans = stays.map(({ startsAt, endsAt }) => `${this.say.time(startsAt)}–${this.say.time(endsAt)}`);
    return spans.join(this.t('record.evidence.and'));
  }
}
