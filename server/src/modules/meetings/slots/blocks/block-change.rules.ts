import type { Interval } from '@musubi/time';

export interface KnownSlot {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Not offered any more, or not at present. */
  readonly retired: boolean;
}

export interface SlotsChange {
  /** Ids that stay as they are. */
  readonly kept: string[];
  /** Ids that are offered again. */
  readonly revived: string[];
  /** Ids that are offered no longer. */
  readonly removed: string[];
  readonly added: Interval[];
}

/** What has to happen to a block's slots so that exactly the wanted times are offered. A slot never moves: another takes its place. */
export function slotsChange(known: readonly KnownSlot[], wanted: readonly Interval[]): SlotsChange {
  const name = (start: number, end: number): string => `${start} ${end}`;
  const wantedBy = new Map(
    wanted.map((one) => [name(one.start.epochMilliseconds, one.end.epochMilliseconds), one] as const),
  );
  const change: SlotsChange = { kept: [], revived: [], removed: [], added: [] };
  for (const slot of known) {
    const stays = wantedBy.delete(name(slot.startsAt.getTime(), slot.endsAt.getTime()));
    if (stays) (slot.retired ? change.revived : change.kept).push(slot.id);
    else if (!slot.retired) change.removed.push(slot.id);
  }
  change.added.push(...wantedBy.values());
  return change;
}
