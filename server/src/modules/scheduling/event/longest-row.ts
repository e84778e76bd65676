import type { Slot } from '@musubi/scheduling';

/** Most meetings in a row without a pause of so many minutes. */
export function longestRow(work: readonly Slot[], minutes: number): number {
  let [row, longest] = [0, 0];
  let before: Slot | undefined;
  for (const slot of work.toSorted((a, b) => a.startsAt - b.startsAt)) {
    row = before && slot.startsAt - before.endsAt < minutes ? row + 1 : 1;
    longest = Math.max(longest, row);
    before = slot;
  }
  return longest;
}
