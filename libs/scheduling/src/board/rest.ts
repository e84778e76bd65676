import { rowTooLong } from '../problem/clashes.ts';
import type { Board } from './board.ts';

/** Whether an interpreter who took one more meeting in the slot would still have the rests that are due. O(slots). */
export function restedWith(board: Board, actor: number, slot: number): boolean {
  const { model } = board;
  const { rest } = model.problem.interpreters[actor - model.people]!;
  if (rest === null) return true;
  const held = [slot];
  for (let other = 0; other < model.slots; other++)
    if (board.at[actor * model.slots + other]! >= 0 && other !== slot) held.push(other);
  return !rowTooLong(model.problem.slots, held, rest);
}
