/** A clock that stands until it is told to move. */
export interface TestClock {
  now(): Temporal.Instant;
  /** The same moment as entities hold it. */
  date(): Date;
  /** Moves on by a length of time, `{ minutes: 15 }`, and answers the new time. */
  advance(by: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): Temporal.Instant;
  /** Jumps, forwards or back. */
  set(instant: string | Temporal.Instant): void;
}

/**
 * A clock that shows the instant.
 * @param instant ISO 8601 with `Z` or an offset: `2027-01-26T09:16:00+01:00`
 * @throws RangeError on anything else
 */
export function clockAt(instant: string | Temporal.Instant): TestClock {
  let shown = Temporal.Instant.from(instant);
  return {
    now: () => shown,
    date: () => new Date(shown.epochMilliseconds),
    advance: (by) => (shown = shown.add(by)),
    set: (to) => {
      shown = Temporal.Instant.from(to);
    },
  };
}
