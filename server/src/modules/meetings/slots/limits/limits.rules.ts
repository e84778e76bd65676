import type { BusyReason } from '@musubi/contracts';
import { dateAt, instantAt, type Interval } from '@musubi/time';

/** How much a person takes on. The trigger `meeting_seat_within_limits` says the same to whoever books. */
export interface Limits {
  readonly gapMinutes: number;
  readonly perDay: number | null;
  readonly quietUntil: Date | null;
  readonly quiet: boolean;
}

export const noLimits: Limits = { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false };

export interface LimitedTime extends Interval {
  readonly why: Extract<BusyReason, 'gap' | 'per_day' | 'quiet'>;
}

/**
 * The times within a span that a person's limits close.
 * @param meetings of the person, apart from one that is to be moved
 * @param zone whose calendar says what a day is
 */
export function limitedTimes(
  limits: Limits,
  { meetings, zone, span }: { meetings: readonly Interval[]; zone: string; span: Interval },
): LimitedTime[] {
  const closed: LimitedTime[] = [];
  if (limits.quiet) closed.push({ ...span, why: 'quiet' });
  else if (limits.quietUntil && limits.quietUntil.toTemporalInstant().epochNanoseconds > span.start.epochNanoseconds) {
    // A slot is closed when it begins before: the last of them may well end later.
    closed.push({ start: span.start, end: limits.quietUntil.toTemporalInstant(), why: 'quiet' });
  }
  if (limits.perDay !== null) {
    for (const [date, those] of Map.groupBy(meetings, ({ start }) => dateAt(start, zone))) {
      if (those.length >= limits.perDay) closed.push({ ...dayOf(date, zone), why: 'per_day' });
    }
  }
  if (limits.gapMinutes > 0) {
    const gap = { minutes: limits.gapMinutes };
    for (const { start, end } of meetings) {
      closed.push(
        { start: start.subtract(gap), end: start, why: 'gap' },
        { start: end, end: end.add(gap), why: 'gap' },
      );
    }
  }
  return closed;
}

function dayOf(date: string, zone: string): Interval {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  return { start: instantAt(date, '00:00', zone), end: instantAt(next, '00:00', zone) };
}
