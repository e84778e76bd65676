import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatDates } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { KeptChoices } from '../../../core/page/kept-choice';
import { ProblemWords } from '../../../core/problem/problem-words';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { Acting } from '../../../data/delegation/acting';
import { CurrentEvent } from '../../../data/events/current-event';
import { WhoFits } from '../../../data/matchmaking/who-fits';
import { inboxGroups, isUnderWay, type InboxEntry, type InboxGroup } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { UnreadMessages } from '../../../data/messages/unread-messages';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Icon } from '../../../ui/icon/icon';
import { KeepFocus } from '../../../ui/layout/keep-focus';
import { mediaQuery } from '../../../ui/layout/media-query';
import { ActingFor } from '../../../ui/people/acting-for';
import { Name } from '../../../ui/people/name';
import { Written } from '../../../ui/text/written';
import { Invitations } from '../company/invitations';
import { MeetingCalendar } from '../calendar/meeting-calendar';
import { EntryDetails } from './entry-details';
import { GapCards } from './gap-cards';
import { MeetingRow } from './meeting-row';

/** How many ended ones are shown before the reader asks for the rest. */
const ENDED = 4;

const shapes = ['list', 'board', 'calendar'] as const;

/** Every request and meeting, by whose turn it is; beside it how the chosen one went so far. */
@Component({
  selector: 'musubi-meetings',
  imports: [
    RouterLink,
    ActingFor,
    Empty,
    EntryDetails,
    Failure,
    GapCards,
    Icon,
    Invitations,
    KeepFocus,
    MeetingCalendar,
    MeetingRow,
    Name,
    Skeleton,
    Written,
  ],
  templateUrl: './meetings.html',
  styleUrl: './meetings.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Meetings {
  /** The row whose thread is shown, from the address. */
  readonly open = input<string>();
  /** The same, as letters of before named it. */
  readonly request = input<string>();
  /** The invitation that a letter leads to, from the address. */
  readonly invitation = input<string>();

  protected readonly problems = inject(ProblemWords);
  private readonly messages = inject(UnreadMessages);
  private readonly agenda = inject(AgendaStore);
  private readonly router = inject(Router);
  private readonly allEnded = signal(false);
  private readonly wide = mediaQuery('(min-width: 1280px)', true);
  protected readonly shapes = shapes;
  /** By whose turn it is, below or beside each other; or by day. */
  protected readonly shape = inject(KeptChoices).of('meetings', shapes);
  /** Whether the details stand beside the list: then one row is always open. */
  protected readonly beside = computed(() => this.wide() && this.shape.value() === 'list');
  protected readonly acting = inject(Acting);
  protected readonly clock = inject(Clock);
  protected readonly fits = inject(WhoFits);
  protected readonly store = inject(MeetingsStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly groups = computed(() => {
    const inbox = this.store.inbox();
    const on = inbox.confirmed.filter((entry) => isUnderWay(entry, this.clock.minute()));
    const rest = inboxGroups.map((group) => [group, inbox[group].filter((entry) => !on.includes(entry))] as const);
    return ([['now', on], ...rest] as const)
      .map(([group, all]) => ({ group, all, shown: this.shown(group, all) }))
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
    const wanted = this.open() ?? this.request();
    const opened = wanted ? all.find(({ key, request }) => key === wanted || request?.requestId === wanted) : undefined;
    return opened ?? (this.beside() ? all[0] : null) ?? null;
  });
  /** The time of what one was led to, from the address. */
  protected readonly ledTo = computed(() =>
    (this.open() ?? this.request()) ? (this.selected()?.time?.startsAt ?? null) : null,
  );
  /** The zone that stands beneath the reader's own. */
  protected readonly otherZone = computed(() => {
    const event = this.event();
    return event ? otherZone(this.clock.zone(), Temporal.Instant.from(event.startsAt), event.zone) : null;
  });
  protected readonly lead = computed(() => {
    const event = this.event();
    if (!event) return '';
    const date = (at: string): string =>
      Temporal.Instant.from(at).toZonedDateTimeISO(event.zone).toPlainDate().toString();
    const zone = this.clock.zone();
    const other = this.otherZone();
    const own = this.say.label(zone, event.startsAt);
    const dates = formatDates(date(event.startsAt), date(event.endsAt), this.lang());
    return other
      ? this.t('meetings.lead_both', { dates, own, other: this.say.label(other, event.startsAt) })
      : this.t('meetings.lead', { dates, own });
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
        this.acting.show(eventId);
        void this.messages.show(eventId);
        void this.agenda.open(eventId);
        this.fits.show(eventId);
      });
    });
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    const led = effect(() => {
      const [wanted, found] = [this.open() ?? this.request(), this.selected()];
      if (wanted && (!found || (found.key !== wanted && found.request?.requestId !== wanted))) return;
      led.destroy();
      const key = found?.key;
      // Whoever was led to a row, such as the request just sent, stands at it; it may be far down.
      if (key && wanted) afterNextRender(() => setTimeout(() => goTo(host, key)), { injector });
    });
    // Whoever leaves the list has seen what was new on it.
    inject(DestroyRef).onDestroy(() => this.store.seen());
  }

  /** Opens a row's details: beside the list, or in the row, where a second time closes them. The page stays where it is. */
  protected show(key: string): void {
    this.store.seen(key);
    const open = !this.beside() && this.selected()?.key === key ? null : key;
    void this.router.navigate([], { queryParams: { open }, replaceUrl: true, scroll: 'manual' });
  }

  protected showAllEnded(): void {
    this.allEnded.set(true);
  }

  private shown(group: InboxGroup | 'now', all: InboxEntry[]): InboxEntry[] {
    const open = this.open();
    const unfolded = this.allEnded() || all.slice(ENDED).some(({ key }) => key === open);
    return group === 'ended' && !unfolded ? all.slice(0, ENDED) : all;
  }
}

/** To the row that is open, or to its place in the calendar, in the middle of the window. */
function goTo(list: HTMLElement, key: string): void {
  const row =
    list.querySelector<HTMLElement>('li[aria-current="true"] .stretch') ??
    list.querySelector<HTMLElement>(`[data-entry="${key}"]`);
  row?.scrollIntoView?.({ block: 'center' });
  row?.focus({ preventScroll: true });
}
