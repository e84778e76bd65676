/** Where the focus goes in a group of days with slots: left and right by slot, up and down by day. */
export interface SlotPlace {
  readonly day: number;
  readonly slot: number;
}

/**
 * @param days start of each slot (milliseconds since its day's midnight, or any measure that is alike on all days), by day
 * @returns the new place, or null where the key means nothing here
 */
export function moveFocus(
  days: readonly (readonly number[])[],
  { day, slot }: SlotPlace,
  key: string,
): SlotPlace | null {
  const row = days[day];
  if (!row) return null;
  switch (key) {
    case 'ArrowRight':
      return slot + 1 < row.length ? { day, slot: slot + 1 } : firstOf(days, day + 1, 1);
    case 'ArrowLeft':
      return slot > 0 ? { day, slot: slot - 1 } : lastOf(days, day - 1, -1);
    case 'ArrowDown':
      return nearest(days, day, 1, row[slot] ?? 0);
    case 'ArrowUp':
      return nearest(days, day, -1, row[slot] ?? 0);
    case 'Home':
      return { day, slot: 0 };
    case 'End':
      return { day, slot: row.length - 1 };
    default:
      return null;
  }
}

function firstOf(days: readonly (readonly number[])[], day: number, step: number): SlotPlace | null {
  for (let d = day; d >= 0 && d < days.length; d += step) if (days[d]!.length > 0) return { day: d, slot: 0 };
  return null;
}

function lastOf(days: readonly (readonly number[])[], day: number, step: number): SlotPlace | null {
  for (let d = day; d >= 0 && d < days.length; d += step) {
    if (days[d]!.length > 0) return { day: d, slot: days[d]!.length - 1 };
  }
  return null;
}

/** The slot nearest in time on the next day that has any. */
function nearest(days: readonly (readonly number[])[], day: number, step: number, at: number): SlotPlace | null {
  const to = firstOf(days, day + step, step);
  if (!to) return null;
  const row = days[to.day]!;
  const slot = row.reduce((best, start, index) => (Math.abs(start - at) < Math.abs(row[best]! - at) ? index : best), 0);
  return { day: to.day, slot };
}
