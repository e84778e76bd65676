/** A half-open piece of time `[start, end)`: it holds its start and not its end, so that neighbours touch without overlapping. */
export interface Interval {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** An interval as the wire writes it: ISO 8601 instants with `Z`. */
export interface WireInterval {
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * Makes a non-empty interval.
 * @throws RangeError when `end` is not after `start`
 */
export function interval(start: Temporal.Instant, end: Temporal.Instant): Interval {
  if (Temporal.Instant.compare(start, end) >= 0) throw new RangeError(`An interval must end after it starts: ${start}`);
  return { start, end };
}

/**
 * The interval of two ISO instants.
 * @throws RangeError on a malformed instant or an end that is not after the start
 */
export function intervalFrom({ startsAt, endsAt }: WireInterval): Interval {
  return interval(Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt));
}

/** The interval as ISO instants with `Z`. */
export function toWire({ start, end }: Interval): WireInterval {
  return { startsAt: start.toString(), endsAt: end.toString() };
}

/** Length in minutes, with fractions. */
export function minutesOf({ start, end }: Interval): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}

export function isEmpty({ start, end }: Interval): boolean {
  return Temporal.Instant.compare(start, end) >= 0;
}

/** Earlier start first; of two with one start, the shorter first. */
export function compareIntervals(a: Interval, b: Interval): number {
  return Temporal.Instant.compare(a.start, b.start) || Temporal.Instant.compare(a.end, b.end);
}

export function sameInterval(a: Interval, b: Interval): boolean {
  return compareIntervals(a, b) === 0;
}

/** Whether `instant` lies in `[start, end)`. */
export function holds({ start, end }: Interval, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(start, instant) <= 0 && Temporal.Instant.compare(instant, end) < 0;
}

/** Whether the two share time. Neighbours that only touch do not. */
export function meets(a: Interval, b: Interval): boolean {
  return (
    !isEmpty(a) &&
    !isEmpty(b) &&
    Temporal.Instant.compare(a.start, b.end) < 0 &&
    Temporal.Instant.compare(b.start, a.end) < 0
  );
}

/** The earlier of two instants. */
export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

/** The later of two instants. */
export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
