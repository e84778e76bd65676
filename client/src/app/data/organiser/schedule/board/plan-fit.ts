import type { PlannedMeetingView } from '@musubi/contracts';
import type { PlanBoard } from './plan-board';

/** Whether a meeting could stand in a slot, as far as the board shows: interpreters and maxima are the server's to say. */
export type Fit = 'here' | 'free' | 'swap' | 'taken' | 'away' | 'full';

/**
 * `swap`: another meeting stands there, and each could take the other's time; `taken`: somebody is in another meeting;
 * `away`: somebody cannot meet then; `full`: every room is taken.
 * @param other the meeting that one would change places with, where there is one
 */
export function fitOf(
  board: PlanBoard,
  moved: PlannedMeetingView,
  slot: number,
  other: PlannedMeetingView | null,
): Fit {
  if (other?.plannedId === moved.plannedId || (!other && moved.slot === slot)) return 'here';
  const forMoved = place(board, moved, slot, other);
  if (!other) return forMoved === 'free' && board.full.has(slot) ? 'full' : forMoved;
  const forOther = place(board, other, moved.slot, moved);
  if (forMoved === 'free' && forOther === 'free') return 'swap';
  return forMoved === 'away' || forOther === 'away' ? 'away' : 'taken';
}

function place(
  { rowOf }: PlanBoard,
  meeting: PlannedMeetingView,
  slot: number,
  goes: PlannedMeetingView | null,
): 'free' | 'taken' | 'away' {
  let taken = false;
  for (const one of meeting.people) {
    const row = rowOf.get(one);
    const there = row?.cells[slot] ?? null;
    if (there && there.plannedId !== meeting.plannedId && there.plannedId !== goes?.plannedId) taken = true;
    else if (row && !there && !row.free.has(slot)) return 'away';
  }
  return taken ? 'taken' : 'free';
}
