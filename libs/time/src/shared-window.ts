import { intersect } from './interval-set.ts';
import type { Interval } from './interval.ts';
import { wallInterval } from './wall-clock.ts';

/** A working day as times on the wall. */
export interface WorkingHours {
  readonly from: string;
  readonly until: string;
}

/** Where somebody works, and when. */
export interface Workplace {
  /** IANA zone id. */
  readonly zone: string;
  /** {@link usualHours} when left out. */
  readonly hours?: WorkingHours | undefined;
}

export const usualHours: WorkingHours = { from: '09:00', until: '18:00' };

/** The working day that starts on `date` (ISO) at the workplace. Weekends and holidays are the calendar's matter. */
export function workingDay(date: string, { zone, hours = usualHours }: Workplace): Interval {
  return wallInterval(date, hours.from, hours.until, zone);
}

/**
 * When everybody is at work during the first one's working day of `date`. The others' days before and after are looked at
 * too, since far zones share hours across midnight. Brussels and Tokyo in January: 09:00–10:00 CET, 17:00–18:00 JST.
 * @param date ISO date, read in the first workplace's zone
 * @returns in order of time; empty when there is no common time
 */
export function sharedWindows(date: string, own: Workplace, ...others: readonly Workplace[]): Interval[] {
  const day = Temporal.PlainDate.from(date);
  return others.reduce<Interval[]>(
    (window, other) =>
      intersect(
        window,
        [-1, 0, 1].map((days) => workingDay(day.add({ days }).toString(), other)),
      ),
    intersect([workingDay(date, own)], [workingDay(date, own)]),
  );
}
