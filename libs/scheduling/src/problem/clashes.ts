import type { Slot } from './problem.ts';

/** Whether somebody who needs so many minutes between meetings cannot have both slots. Overlapping slots clash with any gap. */
export function clash(one: Slot, other: Slot, gapMinutes: number): boolean {
  return one.startsAt < other.endsAt + gapMinutes && other.startsAt < one.endsAt + gapMinutes;
}

/** For each slot those that it excludes for somebody with the gap, itself among them, in order. O(slots²). */
export function clashesOf(slots: readonly Slot[], gapMinutes: number): readonly (readonly number[])[] {
  return slots.map((one) => slots.flatMap((other, at) => (clash(one, other, gapMinutes) ? [at] : [])));
}

/**
 * How many meetings somebody can have at most in the slots, none of which may clash with another: the earliest end first, which is
 * optimal for intervals. O(slots log slots).
 */
export function mostMeetings(slots: readonly Slot[], free: readonly number[], gapMinutes: number): number {
  let count = 0;
  let last = -Infinity;
  for (const at of [...free].sort((a, b) => slots[a]!.endsAt - slots[b]!.endsAt)) {
    if (slots[at]!.startsAt < last + gapMinutes) continue;
    count++;
    last = slots[at]!.endsAt;
  }
  return count;
}

export interface Rest {
  readonly afterMeetings: number;
  readonly minutes: number;
}

/**
 * How many meetings somebody can have at most in the slots who must rest as said: by dynamic programming over the last slot taken and the
 * length of its row. O(slots² × afterMeetings).
 */
export function mostRested(slots: readonly Slot[], free: readonly number[], rest: Rest): number {
  const order = [...free].sort((a, b) => slots[a]!.startsAt - slots[b]!.startsAt);
  const most: number[][] = [];
  let best = 0;
  for (const [n, at] of order.entries()) {
    const own = new Array<number>(rest.afterMeetings + 1).fill(-Infinity);
    own[1] = 1;
    for (let before = 0; before < n; before++) {
      const pause = slots[at]!.startsAt - slots[order[before]!]!.endsAt;
      if (pause < 0) continue;
      for (let row = 1; row <= rest.afterMeetings; row++) {
        const next = pause >= rest.minutes ? 1 : row + 1;
        if (next <= rest.afterMeetings) own[next] = Math.max(own[next]!, most[before]![row]! + 1);
      }
    }
    most.push(own);
    best = Math.max(best, ...own);
  }
  return best;
}
