import type { Interval } from './interval.ts';

/**
 * The instant at which clocks in `zone` show `time` on `date`.
 *
 * Where the clocks went forward over that time, it is the instant of the change: a block that starts in the missing
 * hour starts when time goes on, one that ends in it ends there, and nothing is lost or added. Where the clocks went
 * back and the time is shown twice, it is the first (as iCalendar reads it, RFC 5545 §3.3.5).
 *
 * @param date ISO date, `2027-03-28`
 * @param time 24-hour clock, `09:00`
 * @param zone IANA zone id
 * @throws RangeError on a malformed date or time, or an unknown zone
 */
export function instantAt(date: string, time: string, zone: string): Temporal.Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(plainTime(time));
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wall)) return first.toInstant();
  // In a gap, `earlier` lies before the change by what is missing: the next change of the zone's offset is the gap.
  return first.getTimeZoneTransition('next')!.toInstant();
}

/**
 * The interval from one time of day to another on `date` in `zone`. A time `until` that is not after `from` lies on
 * the next day. The result is empty (`start` equals `end`) where the clocks skip the whole of it.
 * @throws RangeError when both times are equal, or as {@link instantAt} does
 */
export function wallInterval(date: string, from: string, until: string, zone: string): Interval {
  const order = Temporal.PlainTime.compare(plainTime(from), plainTime(until));
  if (order === 0) throw new RangeError(`A period from ${from} to ${until} has no length`);
  const last = order < 0 ? date : Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  return { start: instantAt(date, from, zone), end: instantAt(last, until, zone) };
}

/** ISO date that clocks and calendars in `zone` show at `instant`. */
export function dateAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** 24-hour time, `09:05`, that clocks in `zone` show at `instant`. */
export function timeAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function plainTime(time: string): Temporal.PlainTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a time of day: ${time}`);
  return Temporal.PlainTime.from(time);
}
