import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDates, sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { AgendaStore } from '../../data/agenda/agenda-store';
import { CurrentEvent } from '../../data/events/current-event';
import { MatchmakingStore } from '../../data/matchmaking/matchmaking-store';
import { inboxGroups, type InboxEntry, type InboxGroup } from '../../data/meetings/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { UnreadMessages } from '../../data/messages/unread-messages';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Name } from '../../ui/people/name';
import { Written } from '../../ui/text/written';
import { MeetingRow } from './meeting-row';
import { Thread } from './thread';

/** How many ended ones are shown before the reader asks for the rest. */
const ENDED = 4;

/** Every request and meeting, by whose turn it is; beside it how the chosen one went so far. */
@Component({
  selector: 'musubi-meetings',
  imports: [RouterLink, Empty, Failure, KeepFocus, MeetingRow, Name, Note, Skeleton, Thread, Written],
  templateUrl: './meetings.html',
  styleUrl: './meetings.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Meetings {
  /** The row whose thread is shown, from the address. */
  readonly open = input<string>();

  protected readonly problems = inject(ProblemWords);
  private readonly messages = inject(UnreadMessages);
  private readonly agenda = inject(AgendaStore);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  private readonly allEnded = signal(false);
  protected readonly clock = inject(Clock);
  protected readonly matchmaking = inject(MatchmakingStore);
  protected readonly store = inject(MeetingsStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly groups = computed(() => {
    const inbox = this.store.inbox();
    return inboxGroups
      .map((group) => ({ group, all: inbox[group], shown: this.shown(group, inbox[group]) }))
      .filter(({ all }) => all.length > 0);
  });
  protected readonly empty = computed(() => !this.store.loading() && this.groups().length === 0);
  /** The one primary button in view: the first thing to do. */
  protected readonly first = computed(() => {
    const { waiting, confirmed } = this.store.inbox();
    return (
      confirmed.find(({ state }) => state === 'live' || state === 'room_open')?.key ??
      waiting.find(({ times }) => times.some((time) => time.open))?.key ??
      null
    );
  });
  protected readonly selected = computed<InboxEntry | null>(() => {
    const all = this.groups().flatMap((group) => group.all);
    const wanted = this.open();
    const opened = wanted ? all.find(({ key, request }) => key === wanted || request?.requestId === wanted) : undefined;
    return opened ?? all[0] ?? null;
  });
  protected readonly lead = computed(() => {
    const event = this.event();
    if (!event) return '';
    const date = (at: string): string =>
      Temporal.Instant.from(at).toZonedDateTimeISO(event.zone).toPlainDate().toString();
    const zone = this.clock.zone();
    const start = Temporal.Instant.from(event.startsAt);
    const wishes = [event.zone, 'Asia/Tokyo', 'Europe/Brussels'];
    const other = wishes.find((one) => !sameClock(one, zone, start));
    const own = this.say.label(zone, event.startsAt);
    const dates = formatDates(date(event.startsAt), date(event.endsAt), this.lang());
    return other
      ? this.t('meetings.lead_both', { dates, own, other: this.say.label(other, event.startsAt) })
      : this.t('meetings.lead', { dates, own });
  });
  protected readonly about = computed(() => {
    const one = this.selected();
    if (!one?.time) return '';
    const language = (one.meeting ?? one.request)!.language;
    return this.t('meetings.thread.about', {
      count: this.say.minutes(one.time.startsAt, one.time.endsAt),
      language: this.say.language(language),
    });
  });
  /** What holds while it waits. */
  protected readonly remark = computed(() => {
    const one = this.selected();
    if (one?.group === 'waiting') return this.t('meetings.thread.kept');
    if (one?.group === 'awaiting' && one.request?.mine === 'from') {
      return this.t('meetings.thread.never_blocks', { name: this.say.name(one.partner.name) });
    }
    return null;
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      untracked(() => {
        void this.store.open(eventId);
        void this.messages.show(eventId);
        void this.agenda.open(eventId);
        void this.matchmaking.show(eventId);
      });
    });
    // Whoever leaves the list has seen what was new on it.
    inject(DestroyRef).onDestroy(() => this.store.seen());
  }

  /** Where the thread lies under the list, it is brought into view. */
  protected showThread(key: string): void {
    this.store.seen(key);
    setTimeout(() => {
      const panel = this.panel()?.nativeElement;
      if (!panel || panel.getBoundingClientRect().top < window.innerHeight * 0.75) return;
      panel.scrollIntoView({ block: 'start', behavior: 'smooth' });
      panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    });
  }

  protected showAllEnded(): void {
    this.allEnded.set(true);
  }

  private shown(group: InboxGroup, all: InboxEntry[]): InboxEntry[] {
    return group === 'ended' && !this.allEnded() ? all.slice(0, ENDED) : all;
  }
}
