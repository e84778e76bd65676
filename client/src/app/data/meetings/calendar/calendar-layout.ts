import type { TimelineRow } from '../../agenda/timeline';

/** Minutes of one row of the grid. */
const TRACK_MINUTES = 5;
/** Rows of an hour. */
export const HOUR_TRACKS = 60 / TRACK_MINUTES;
/** Rows that an entry takes at least, so that its words have room. */
const LEAST_TRACKS = 3;
const dayMinutes = 24 * 60;
/** Shown where there is nothing on any day. */
const nothing = { from: 9 * 60, until: 12 * 60 };

export interface CalendarEntry {
  readonly row: TimelineRow;
  /** First row of the grid, from 1, and number of rows. */
  readonly from: number;
  readonly tracks: number;
  /** Side by side with what overlaps it: which of how many, from 0. */
  readonly lane: number;
  readonly lanes: number;
}

export interface CalendarDay {
  /** ISO date in the reader's zone. */
  readonly date: string;
  readonly entries: readonly CalendarEntry[];
  /** The row of the present minute, from 1; null on other days. */
  readonly now: number | null;
}

export interface CalendarPage {
  /** First hour that is shown, and the one at which the page ends; whole hours of the wall, 0 to 24. */
  readonly from: number;
  readonly until: number;
  readonly days: readonly CalendarDay[];
}

/**
 * Days side by side on one axis of whole hours, as the wall of the reader's zone shows them: what goes over midnight ends
 * with its day. O(n²) for n entries of one day that overlap each other.
 * @param days with their rows in order of time, such as `timelineOf` gives them; what is free, now or the end is left out
 */
export function layOutCalendar(
  days: readonly { date: string; rows: readonly TimelineRow[] }[],
  zone: string,
  now: Temporal.Instant,
): CalendarPage {
  const shown = days.map(({ date, rows }) => ({
    date,
    rows: rows.filter(({ kind }) => kind !== 'free' && kind !== 'now' && kind !== 'end'),
  }));
  const held = shown.flatMap(({ rows }) => rows.map((row) => spanOf(row, zone)));
  const spans = held.length > 0 ? held : [nothing];
  const from = Math.floor(Math.min(...spans.map((span) => span.from)) / 60);
  const until = Math.max(from + 1, Math.ceil(Math.max(...spans.map((span) => span.until)) / 60));
  const trackOf = (minute: number): number => Math.floor((minute - from * 60) / TRACK_MINUTES) + 1;
  const wall = now.toZonedDateTimeISO(zone);
  const minute = minuteOf(wall);
  return {
    from,
    until,
    days: shown.map(({ date, rows }) => ({
      date,
      entries: inLanes(
        rows.map((row) => {
          const span = spanOf(row, zone);
          const tracks = Math.max(LEAST_TRACKS, Math.round((span.until - span.from) / TRACK_MINUTES));
          return { row, from: trackOf(span.from), tracks };
        }),
      ),
      now:
        wall.toPlainDate().toString() === date && minute >= from * 60 && minute < until * 60 ? trackOf(minute) : null,
    })),
  };
}

/** ISO dates from Monday to Friday of the week in which this one lies, and of its weekend those that hold something. */
export function weekOf(date: string, holding: readonly string[]): string[] {
  const day = Temporal.PlainDate.from(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const week = Array.from({ length: 7 }, (_, days) => monday.add({ days }).toString());
  return week.filter((one, index) => index < 5 || holding.includes(one));
}

function spanOf({ startsAt, endsAt }: TimelineRow, zone: string): { from: number; until: number } {
  const [start, end] = [startsAt, endsAt].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone));
  const from = minuteOf(start!);
  if (!start!.toPlainDate().equals(end!.toPlainDate())) return { from, until: dayMinutes };
  // Where clocks go back, the wall may show an end that is not after the beginning.
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return { from, until: minuteOf(end!) > from ? minuteOf(end!) : Math.min(dayMinutes, from + minutes) };
}

const minuteOf = ({ hour, minute }: Temporal.ZonedDateTime): number => hour * 60 + minute;

type Placed = Pick<CalendarEntry, 'row' | 'from' | 'tracks'>;

/** Each takes the first lane that is free; those that overlap, also by way of others, are equally wide. */
function inLanes(entries: readonly Placed[]): CalendarEntry[] {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  const done: CalendarEntry[] = [];
  let group: (Placed & { lane: number })[] = [];
  let ends: number[] = [];
  const close = (): void => {
    done.push(...group.map((one) => ({ ...one, lanes: ends.length })));
    [group, ends] = [[], []];
  };
  for (const one of sorted) {
    if (ends.every((end) => end <= one.from)) close();
    const free = ends.findIndex((end) => end <= one.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = one.from + one.tracks;
    group.push({ ...one, lane });
  }
  close();
  return done;
}
