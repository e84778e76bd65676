import { compareIntervals, earlier, isEmpty, later, meets, minutesOf, type Interval } from './interval.ts';

/**
 * A set of instants as intervals. Every function takes intervals in any order, overlapping or not, and answers
 * the one normal form: sorted, not empty, apart from each other. O(n log n) in the number of intervals.
 */
export type IntervalSet = readonly Interval[];

/** The normal form: sorted; empty ones gone; overlapping or touching ones joined. */
export function normalise(set: IntervalSet): Interval[] {
  const joined: Interval[] = [];
  for (const next of set.filter((one) => !isEmpty(one)).sort(compareIntervals)) {
    const last = joined.at(-1);
    if (last && Temporal.Instant.compare(next.start, last.end) <= 0) {
      joined[joined.length - 1] = { start: last.start, end: later(last.end, next.end) };
    } else {
      joined.push({ start: next.start, end: next.end });
    }
  }
  return joined;
}

/** Every instant of any of the sets. */
export function union(...sets: readonly IntervalSet[]): Interval[] {
  return normalise(sets.flat());
}

/** Every instant that both sets hold. */
export function intersect(a: IntervalSet, b: IntervalSet): Interval[] {
  const left = normalise(a);
  const right = normalise(b);
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const one = left[i]!;
    const two = right[j]!;
    const start = later(one.start, two.start);
    const end = earlier(one.end, two.end);
    if (Temporal.Instant.compare(start, end) < 0) common.push({ start, end });
    if (Temporal.Instant.compare(one.end, two.end) < 0) i++;
    else j++;
  }
  return common;
}

/** Every instant of `a` that `b` does not hold: what is offered, less what is taken. */
export function subtract(a: IntervalSet, b: IntervalSet): Interval[] {
  const taken = normalise(b);
  const left: Interval[] = [];
  let j = 0;
  for (const { start, end } of normalise(a)) {
    let from = start;
    while (j < taken.length && Temporal.Instant.compare(taken[j]!.end, from) <= 0) j++;
    let k = j;
    while (k < taken.length && Temporal.Instant.compare(taken[k]!.start, end) < 0) {
      const hole = taken[k]!;
      if (Temporal.Instant.compare(from, hole.start) < 0) left.push({ start: from, end: hole.start });
      from = later(from, hole.end);
      k++;
    }
    if (Temporal.Instant.compare(from, end) < 0) left.push({ start: from, end });
  }
  return left;
}

/** Whether the set holds the whole of `part`. An empty part is held by any set. */
export function contains(set: IntervalSet, part: Interval): boolean {
  if (isEmpty(part)) return true;
  return normalise(set).some(
    ({ start, end }) =>
      Temporal.Instant.compare(start, part.start) <= 0 && Temporal.Instant.compare(part.end, end) <= 0,
  );
}

/** Whether the set shares any time with `part`. */
export function overlaps(set: IntervalSet, part: Interval): boolean {
  return set.some((one) => meets(one, part));
}

/** Length of the whole set in minutes; what is held twice counts once. */
export function totalMinutes(set: IntervalSet): number {
  return normalise(set).reduce((sum, one) => sum + minutesOf(one), 0);
}
