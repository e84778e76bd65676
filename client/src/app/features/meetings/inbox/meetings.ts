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
  viewChild,
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
import { inboxGroups, isUnderWay, type InboxEntry } from '../../../data/meetings/inbox/inbox';
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
import { FilterPanel } from '../filter/filter-panel';
import { chosenIn, fits, type InboxFilter, type Placed, type ShownGroup } from '../filter/inbox-filter';
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
    FilterPanel,
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

  /** What the list is narrowed to, from the address: groups, kinds, organisations of the other side. */
  readonly state = input<string>();
  readonly kind = input<string>();
  readonly with = input<string>();

  protected readonly problems = inject(ProblemWords);
  private readonly injector = inject(Injector);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
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
  /** Everything, in the order of the list. */
  protected readonly placed = computed<readonly Placed[]>(() => {
    const inbox = this.store.inbox();
    const on = inbox.confirmed.filter((entry) => isUnderWay(entry, this.clock.minute()));
    const now = on.map((entry) => ({ group: 'now' as const, entry }));
    const rest = inboxGroups.flatMap((group) =>
      inbox[group].filter((entry) => !on.includes(entry)).map((entry) => ({ group, entry })),
    );
    return [...now, ...rest];
  });
  protected readonly filter = computed<InboxFilter>(() => ({
    state: chosenIn(this.state()),
    kind: chosenIn(this.kind()),
    with: chosenIn(this.with()),
  }));
  /** How much of the filter is set. */
  protected readonly set = computed(() => Object.values(this.filter()).flat().length);
  protected readonly filtering = signal(false);
  /** The calendar shows every day whole. */
  protected readonly filters = computed(() => this.shape.value() !== 'calendar' && !this.empty());
  protected readonly groups = computed(() => {
    const narrowed = this.filters() ? this.placed().filter((one) => fits(this.filter(), one)) : this.placed();
    return (['now', ...inboxGroups] as const)
      .map((group) => {
        const all = narrowed.filter((one) => one.group === group).map(({ entry }) => entry);
        return { group, all, shown: this.shown(group, all) };
      })
      .filter(({ all }) => all.length > 0);
  });
  /** Something is under way: it comes before all else that could be done. */
  protected readonly leads = computed(() => this.groups()[0]?.group === 'now');
  protected readonly empty = computed(() => !this.store.loading() && this.placed().length === 0);
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
    const injector = this.injector;
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
    this.go({ open, request: null, invitation: null });
  }

  protected narrow(filter: InboxFilter): void {
    const [state, kind, others] = [filter.state, filter.kind, filter.with].map((chosen) => chosen.join(',') || null);
    this.go({ state, kind, with: others });
  }

  protected clear(): void {
    this.go({ state: null, kind: null, with: null });
    // The button goes with what it cleared.
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  private go(queryParams: Record<string, string | null | undefined>): void {
    const how = { queryParamsHandling: 'merge', replaceUrl: true, scroll: 'manual' } as const;
    void this.router.navigate([], { queryParams, ...how });
  }

  protected showAllEnded(): void {
    this.allEnded.set(true);
  }

  private shown(group: ShownGroup, all: InboxEntry[]): InboxEntry[] {
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
