import type { BlockView } from '@musubi/contracts';
import type { Slot } from '@musubi/scheduling';
import { dateAt } from '@musubi/time';
import { mayMeet, type OfferedSlot } from '../../meetings/index.js';
import type { OrganisationCard } from '@musubi/contracts';

/** The slots ahead and those of meetings that took place, by start, as a problem names them: by position. */
export interface PlanSlots {
  rows: readonly OfferedSlot[];
  slots: readonly Slot[];
  position: ReadonlyMap<string, number>;
  /** Positions of those that are to be planned. */
  chosen: readonly number[];
}

const minute = 60_000;

/**
 * @param offered all of the event that are ahead, and others in which people have met; they count for the meetings there
 * @param isPlanned which are to be planned
 */
export function planSlots(
  offered: readonly OfferedSlot[],
  blocks: readonly BlockView[],
  { isPlanned, zone }: { isPlanned: (slot: OfferedSlot) => boolean; zone: string },
): PlanSlots {
  const rows = offered.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
  const rooms = new Map(blocks.map((block) => [block.blockId as string, block.rooms]));
  const days = new Map<string, number>();
  const dayOf = (at: Date): number => {
    const date = dateAt(at.toTemporalInstant(), zone);
    if (!days.has(date)) days.set(date, days.size);
    return days.get(date)!;
  };
  return {
    rows,
    slots: rows.map(({ startsAt, endsAt, blockId }) => ({
      startsAt: startsAt.getTime() / minute,
      endsAt: endsAt.getTime() / minute,
      day: dayOf(startsAt),
      rooms: rooms.get(blockId) ?? null,
    })),
    position: new Map(rows.map(({ id }, at) => [id, at])),
    chosen: rows.flatMap((slot, at) => (isPlanned(slot) ? [at] : [])),
  };
}

/** Which of the chosen slots two organisations may meet in. Each pair is worked out once. */
export function pairing(
  { rows, chosen }: PlanSlots,
  blocks: readonly BlockView[],
  organisations: ReadonlyMap<string, OrganisationCard>,
): (one: string, other: string) => readonly number[] {
  const of = new Map(blocks.map((block) => [block.blockId as string, block]));
  const inBlock = Map.groupBy(chosen, (at) => rows[at]!.blockId);
  const open = [...inBlock].filter(([id]) => of.get(id)!.pairing.kind !== 'all' || of.get(id)!.apart.length > 0);
  const known = new Map<string, readonly number[]>();
  return (one, other) => {
    if (open.length === 0) return chosen;
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    const [a, b] = [organisations.get(one), organisations.get(other)];
    if (!known.has(key))
      known.set(
        key,
        chosen.filter((at) => a && b && mayMeet(of.get(rows[at]!.blockId)!, a, b)),
      );
    return known.get(key)!;
  };
}
