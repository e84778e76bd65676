/** What is left until an instant, in whole units that add up to it; all 0 when it has passed. */
export interface Remaining {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/**
 * Whole minutes until `until`, rounded up, so that a deadline reads "1 min" to its last second; 0 at and after it.
 */
export function remainingMinutes(now: Temporal.Instant, until: Temporal.Instant): number {
  return Math.max(0, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 60_000));
}

/** The parts of a countdown; elapsed time, so a day is 24 hours. */
export function remaining(now: Temporal.Instant, until: Temporal.Instant): Remaining {
  const total = Math.max(0, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

/** How far `now` lies in `[start, end)`, from 0 to 1; beyond the ends 0 or 1. */
export function progress(start: Temporal.Instant, end: Temporal.Instant, now: Temporal.Instant): number {
  const whole = end.epochMilliseconds - start.epochMilliseconds;
  if (whole <= 0) return now.epochMilliseconds >= end.epochMilliseconds ? 1 : 0;
  return Math.min(1, Math.max(0, (now.epochMilliseconds - start.epochMilliseconds) / whole));
}
