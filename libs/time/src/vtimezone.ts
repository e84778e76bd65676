import { later } from './interval.ts';

/** One change of a zone's clocks: the wall clock it happens at (read before the change) and the offsets around it. */
interface Change {
  readonly wall: Temporal.PlainDateTime;
  readonly before: number;
  readonly after: number;
}

/** A day of the year as rules name it: the last Sunday of March, the second Sunday of November. */
interface YearlyDay {
  readonly month: number;
  readonly weekday: number;
  /** Which one in the month, from 1; −1 is the last. */
  readonly nth: number;
}

/**
 * The `VTIMEZONE` component (RFC 5545 §3.6.5) of a zone, right for every instant of `[from, until]`, with CRLF line ends.
 *
 * Where the clocks change on the same day of the rule every year, as they do today, it is written as the yearly rule that all
 * calendar programs understand; where they did not, every change of the time is written out. A zone without changes has one
 * `STANDARD` part. Offsets are rounded to seconds.
 *
 * @param zone IANA zone id; it becomes the `TZID`
 * @throws RangeError on an unknown zone
 */
export function vtimezone(zone: string, from: Temporal.Instant, until: Temporal.Instant): string {
  const start = from.toZonedDateTimeISO(zone).subtract({ years: 1 });
  const end = later(from, until).toZonedDateTimeISO(zone).add({ years: 1 });
  const changes = changesBetween(start, end);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  if (changes.length === 0) {
    const offset = offsetSeconds(start);
    lines.push(...observance('STANDARD', '19700101T000000', offset, offset));
  } else {
    const rules = yearlyRules(changes);
    for (const [i, change] of (rules ? changes.slice(0, 2) : changes).entries()) {
      const name = isSummer(change, changes) ? 'DAYLIGHT' : 'STANDARD';
      lines.push(...observance(name, wallText(change.wall), change.before, change.after, rules?.[i]));
    }
  }
  lines.push('END:VTIMEZONE', '');
  return lines.join('\r\n');
}

function changesBetween(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Change[] {
  const changes: Change[] = [];
  let at = start.getTimeZoneTransition('next');
  while (at && Temporal.ZonedDateTime.compare(at, end) <= 0) {
    const before = offsetSeconds(at.subtract({ nanoseconds: 1 }));
    const after = offsetSeconds(at);
    // Some changes only rename the hours.
    if (before !== after) changes.push({ wall: at.toPlainDateTime().add({ seconds: before - after }), before, after });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** The yearly rules of the first two changes, where every change of the time follows one of them; else null. */
function yearlyRules(changes: readonly Change[]): [YearlyDay, YearlyDay] | null {
  if (changes.length < 4) return null;
  const rules = [0, 1].map((which) => commonDay(changes.filter((_, i) => i % 2 === which)));
  return rules[0] && rules[1] ? [rules[0], rules[1]] : null;
}

function commonDay(changes: readonly Change[]): YearlyDay | null {
  const [first, ...others] = changes;
  return (
    daysOf(first!.wall).find((day) =>
      others.every(
        ({ wall, before, after }) =>
          wall.toPlainTime().equals(first!.wall.toPlainTime()) &&
          before === first!.before &&
          after === first!.after &&
          daysOf(wall).some((same) => same.month === day.month && same.weekday === day.weekday && same.nth === day.nth),
      ),
    ) ?? null
  );
}

/** What a date may be called: in its last week both "the last" and "the fourth or fifth". */
function daysOf({ month, day, dayOfWeek, daysInMonth }: Temporal.PlainDateTime): YearlyDay[] {
  const names = [{ month, weekday: dayOfWeek, nth: Math.ceil(day / 7) }];
  return day + 7 > daysInMonth ? [{ month, weekday: dayOfWeek, nth: -1 }, ...names] : names;
}

/** Summer is the larger of the two offsets, whichever of them a zone's law calls its standard. */
function isSummer({ after }: Change, changes: readonly Change[]): boolean {
  return after > Math.min(...changes.flatMap((change) => [change.before, change.after]));
}

function observance(
  name: 'STANDARD' | 'DAYLIGHT',
  start: string,
  before: number,
  after: number,
  rule?: YearlyDay,
): string[] {
  const lines = [`BEGIN:${name}`, `DTSTART:${start}`];
  if (rule) lines.push(`RRULE:FREQ=YEARLY;BYMONTH=${rule.month};BYDAY=${rule.nth}${weekdays[rule.weekday - 1]}`);
  lines.push(`TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${name}`);
  return lines;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function offsetSeconds(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 1e9);
}

function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${seconds < 0 ? '-' : '+'}${parts[0]}${parts[1]}${parts[2] === '00' ? '' : parts[2]}`;
}

function wallText(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}
