import type { Interval } from './interval.ts';
import { wallInterval } from './wall-clock.ts';

/** A period for meetings, repeated on some dates, as the organiser writes it on the wall of the event's zone. */
export interface BlockPlan {
  /** IANA zone id. */
  readonly zone: string;
  /** ISO dates on which the block starts; order and repetition do not matter. */
  readonly dates: readonly string[];
  /** 24-hour time, `09:00`. */
  readonly from: string;
  /** 24-hour time; when it is not after `from`, it lies on the next day. */
  readonly until: string;
  /** Length of a slot in whole minutes, at least 1. */
  readonly slotMinutes: number;
  /** Pause between two slots in whole minutes, at least 0. */
  readonly gapMinutes: number;
}

/** One slot of a block. */
export interface GridSlot extends Interval {
  /** ISO date of the block's start in its zone; a slot after midnight keeps it. */
  readonly date: string;
  /** Place in its day's block, from 0. */
  readonly index: number;
}

/**
 * Cuts the block into slots, in order of time. Start and end of the block are wall-clock; the slots between them are
 * exact minutes, so that a block over a change of clocks has one hour of slots more or less, and never one that is
 * longer or shorter than the others. A remainder that holds no whole slot stays free.
 * @throws RangeError on a malformed date or time, an unknown zone, lengths that are not whole minutes or out of bounds
 */
export function slotsOf(plan: BlockPlan): GridSlot[] {
  const { zone, dates, from, until, slotMinutes, gapMinutes } = plan;
  if (!Number.isInteger(slotMinutes) || slotMinutes < 1) throw new RangeError(`Not a slot length: ${slotMinutes}`);
  if (!Number.isInteger(gapMinutes) || gapMinutes < 0) throw new RangeError(`Not a gap: ${gapMinutes}`);
  return [...new Set(dates)].sort().flatMap((date) => {
    const block = wallInterval(date, from, until, zone);
    const slots: GridSlot[] = [];
    let start = block.start;
    for (let index = 0; ; index++) {
      const end = start.add({ minutes: slotMinutes });
      if (Temporal.Instant.compare(end, block.end) > 0) return slots;
      slots.push({ start, end, date, index });
      start = end.add({ minutes: gapMinutes });
    }
  });
}

/**
 * The ISO dates from `first` to `last`, both included.
 * @param weekdays 1 Monday … 7 Sunday; every day when left out
 * @throws RangeError on a malformed date or a span above 3,660 days
 */
export function datesBetween(
  first: string,
  last: string,
  weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7],
): string[] {
  const start = Temporal.PlainDate.from(first);
  const { days } = start.until(last);
  if (days > 3660) throw new RangeError(`Too many days between ${first} and ${last}`);
  return Array.from({ length: Math.max(0, days + 1) }, (_, n) => start.add({ days: n }))
    .filter((date) => weekdays.includes(date.dayOfWeek))
    .map(String);
}
