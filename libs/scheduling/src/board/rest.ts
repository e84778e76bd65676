import type { Model } from '../model/model.ts';

/** What of a board says when somebody is busy: per actor and slot the wish held, or -1. */
interface Busy {
  readonly model: Model;
  readonly at: Int32Array;
}

/**
 * Whether an interpreter who took one more meeting in the slot, which is open to them, would still have the rests that are due: only the
 * row that the meeting joins can become too long. O(slots).
 */
export function restedWith(board: Busy, actor: number, slot: number): boolean {
  const { model } = board;
  const { rest } = model.problem.interpreters[actor - model.people]!;
  if (rest === null) return true;
  const row = 1 + rowBeside(board, actor, slot, -1, rest.minutes) + rowBeside(board, actor, slot, 1, rest.minutes);
  return row <= rest.afterMeetings;
}

/** Meetings of the row before (-1) or after (1) the slot. */
function rowBeside(board: Busy, actor: number, slot: number, way: -1 | 1, minutes: number): number {
  const { byStart, placeOf, problem, slots: count } = board.model;
  const { slots } = problem;
  let last = slot;
  let row = 0;
  for (let place = placeOf[slot]! + way; place >= 0 && place < count; place += way) {
    const other = byStart[place]!;
    if (board.at[actor * count + other]! < 0) continue;
    const pause = way < 0 ? slots[last]!.startsAt - slots[other]!.endsAt : slots[other]!.startsAt - slots[last]!.endsAt;
    if (pause >= minutes) break;
    row++;
    last = other;
  }
  return row;
}
