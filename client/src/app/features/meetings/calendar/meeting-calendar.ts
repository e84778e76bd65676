import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateAt, formatDates, formatPlainDate, formatTime, offsetMinutes, zoneLabel } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Behalf } from '../../../core/login/behalf';
import { KeptChoices } from '../../../core/page/kept-choice';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { daysOf, timelineOf, type TimelineRow, type TimelineSource } from '../../../data/agenda/timeline';
import { HOUR_TRACKS, layOutCalendar, weekOf } from '../../../data/meetings/calendar/calendar-layout';
import { isMyTurn, isOpen, otherSide, partnerOf } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icons';
import { mediaQuery } from '../../../ui/layout/media-query';

const spans = ['week', 'day'] as const;
/** In the order of the legend. */
const kinds = ['meeting', 'my_turn', 'asked', 'session', 'speaking'] as const;
type Kind = (typeof kinds)[number];
const icons: Record<Kind, IconName> = {
  meeting: 'knot',
  asked: 'send',
  my_turn: 'hourglass',
  session: 'programme',
  speaking: 'mic',
};

/**
 * My meetings, what is asked, and the sessions I keep, on a week or a day of my own wall, the other side's time beneath.
 * Each is a link, in order of time; the days are headings.
 */
@Component({
  selector: 'musubi-meeting-calendar',
  imports: [RouterLink, Icon],
  templateUrl: './meeting-calendar.html',
  styleUrl: './meeting-calendar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingCalendar {
  /** Address of the event's pages. */
  readonly base = input.required<string>();
  /** The zone that stands beneath; null where there is none but the reader's. */
  readonly otherZone = input.required<string | null>();
  /** What one was led to: its day is shown. */
  readonly at = input<string | null>(null);

  private readonly agenda = inject(AgendaStore);
  private readonly behalf = inject(Behalf);
  private readonly clock = inject(Clock);
  private readonly meetings = inject(MeetingsStore);
  private readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly spans = spans;
  protected readonly icons = icons;
  protected readonly kinds = kinds;
  protected readonly hourTracks = HOUR_TRACKS;
  /** On a phone a week has no room. */
  protected readonly span = inject(KeptChoices).of(
    'calendar',
    spans,
    mediaQuery('(max-width: 767px)')() ? 'day' : 'week',
  );

  private readonly source = computed<TimelineSource>(() => ({
    // A colleague's own plan is theirs: of it only the meetings are seen.
    items: this.behalf.of() ? [] : this.agenda.items(),
    meetings: this.meetings.meetings(),
    requests: this.meetings.requests(),
    slots: [],
    now: this.clock.minute(),
    zone: this.clock.zone(),
  }));
  /** Days that hold something. */
  private readonly holding = computed(() => {
    const zone = this.clock.zone();
    const asked = this.meetings
      .requests()
      .filter(isOpen)
      .flatMap(({ slots }) => slots);
    const dates = asked.filter(({ open }) => open).map(({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), zone));
    return [...new Set([...daysOf(this.source()), ...dates])].sort();
  });
  /** The day that is shown, or whose week is: what one was led to, else today or what comes next, until the reader moves. */
  protected readonly date = linkedSignal<string>(() => {
    const [zone, at] = [this.clock.zone(), this.at()];
    if (at) return dateAt(Temporal.Instant.from(at), zone);
    const today = dateAt(this.clock.minute(), zone);
    return this.holding().find((day) => day >= today) ?? this.holding().at(-1) ?? today;
  });
  private readonly dates = computed(() =>
    this.span.value() === 'week' ? weekOf(this.date(), this.holding()) : [this.date()],
  );
  protected readonly earlier = computed(() => this.holding().findLast((day) => day < this.dates()[0]!) ?? null);
  protected readonly later = computed(() => this.holding().find((day) => day > this.dates().at(-1)!) ?? null);
  protected readonly heading = computed(() => {
    const [first, last] = [this.dates()[0]!, this.dates().at(-1)!];
    return first === last
      ? formatPlainDate(first, this.words.lang(), { month: 'long' })
      : formatDates(first, last, this.words.lang());
  });
  private readonly page = computed(() =>
    layOutCalendar(
      this.dates().map((date) => ({ date, rows: timelineOf(this.source(), date) })),
      this.clock.zone(),
      this.clock.minute(),
    ),
  );
  protected readonly tracks = computed(() => (this.page().until - this.page().from) * HOUR_TRACKS);
  /** When each hour of the axis is on each day: clocks may change in between. */
  private readonly instants = computed(() => {
    const { from, until } = this.page();
    const dates = this.dates().map((date) => Temporal.PlainDate.from(date));
    return Array.from({ length: until - from }, (_, index) => {
      const plainTime = { hour: from + index };
      return dates.map((date) => date.toZonedDateTime({ timeZone: this.clock.zone(), plainTime }).toInstant());
    });
  });
  /** The zone whose hours stand beneath: none where its hours are others on another of the days. */
  private readonly beneath = computed(() => {
    const [own, other] = [this.clock.zone(), this.otherZone()];
    if (!other) return null;
    const apart = this.instants()
      .flat()
      .map((at) => offsetMinutes(other, at) - offsetMinutes(own, at));
    return apart.every((minutes) => minutes === apart[0]) ? other : null;
  });
  protected readonly hours = computed(() => {
    const other = this.beneath();
    return this.instants().map(([at], index) => ({
      own: Temporal.PlainTime.from({ hour: this.page().from + index }).toString({ smallestUnit: 'minute' }),
      other: other ? formatTime(at!, other) : null,
    }));
  });
  protected readonly zones = computed(() => {
    const [instants, other] = [this.instants().flat(), this.beneath()];
    const labels = (zone: string): string => [...new Set(instants.map((at) => zoneLabel(zone, at)))].join(' / ');
    return { own: labels(this.clock.zone()), other: other ? labels(other) : null };
  });
  protected readonly days = computed(() => {
    const today = dateAt(this.clock.minute(), this.clock.zone());
    return this.page().days.map(({ date, entries, now }) => ({
      date,
      now,
      today: date === today,
      title: formatPlainDate(date, this.words.lang(), { month: 'long', year: false }),
      entries: entries.map(({ row, from, tracks, lane, lanes }) => ({
        ...this.shown(row),
        rows: `${from} / span ${tracks}`,
        left: (lane / lanes) * 100,
        width: 100 / lanes,
        low: tracks < 6,
        tiny: tracks < 4,
        slim: lanes > 1,
      })),
    }));
  });

  protected go(date: string | null): void {
    if (date) this.date.set(date);
  }

  private shown(row: TimelineRow) {
    const { key, startsAt, endsAt, past, current, title, meeting, request, sourceId } = row;
    const kind = this.kindOf(row);
    const partner = meeting ? otherSide(meeting).participant : request ? partnerOf(request) : null;
    const other = this.say.other(startsAt, partner?.zone ?? this.otherZone() ?? this.clock.zone());
    return {
      key,
      kind,
      past,
      current,
      icon: icons[kind],
      id: meeting?.meetingId ?? request?.requestId ?? null,
      text: partner ? this.say.name(partner.name) : title ? title[this.words.lang()] : '',
      time: this.say.time(startsAt),
      until: this.say.time(endsAt),
      other,
      word: this.t(`meetings.calendar.kind.${kind}`),
      link:
        meeting || request
          ? `${this.base()}/meetings/${meeting?.meetingId ?? request!.requestId}`
          : `${this.base()}/programme`,
      fragment: meeting || request ? undefined : `session-${sourceId}`,
    };
  }

  private kindOf({ kind, request }: TimelineRow): Kind {
    if (request) return isMyTurn(request) ? 'my_turn' : 'asked';
    return kind === 'meeting' || kind === 'speaking' ? kind : 'session';
  }
}
