import type { Model } from '../model/model.ts';
import { rowTooLong } from '../problem/clashes.ts';

/** What of a board says when somebody is busy: per actor and slot the wish held, or -1. */
interface Busy {
  readonly model: Model;
  readonly at: Int32Array;
}

/** Whether an interpreter who took one more meeting in the slot would still have the rests that are due. O(slots). */
export function restedWith(board: Busy, actor: number, slot: number): boolean {
  const { model } = board;
  const { rest } = model.problem.interpreters[actor - model.people]!;
  if (rest === null) return true;
  const held = [slot];
  for (let other = 0; other < model.slots; other++)
    if (board.at[actor * model.slots + other]! >= 0 && other !== slot) held.push(other);
  return !rowTooLong(model.problem.slots, held, rest);
}
