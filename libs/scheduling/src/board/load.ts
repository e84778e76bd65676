import type { Plan } from '../problem/problem.ts';
import { anybody } from './assignment.ts';
import type { Board } from './board.ts';

/**
 * Puts the meetings of a plan on the board as they were, the heaviest first, each with the same people where they still can, else with
 * others of the same side in the same slot. Answers the numbers of the wishes that no longer fit; meetings of unknown wishes are left
 * out without a word. O(meetings log meetings).
 */
export function load(board: Board, plan: Plan): number[] {
  const { model } = board;
  const { problem } = model;
  const actors = new Map([...problem.people, ...problem.interpreters].map(({ id }, at) => [id, at]));
  const known = plan.meetings.flatMap((meeting) => {
    const wish = model.wishNumber.get(meeting.wishId);
    return wish === undefined || board.slotOf[wish]! >= 0 ? [] : [{ ...meeting, wish }];
  });
  known.sort((a, b) => model.weight[b.wish]! - model.weight[a.wish]! || a.wish - b.wish);
  // Who can stay as they are comes first: nobody loses a meeting to a stand-in.
  const displaced = known.filter(({ wish, slot, people, interpreterId }) => {
    const present = new Set(
      [...people, ...(interpreterId === null ? [] : [interpreterId])].map((id) => actors.get(id)),
    );
    const choices = model.choices[wish];
    if (choices) board.named[wish] = choices.map((choice) => choice.find((actor) => present.has(actor)) ?? anybody);
    return !placed(board, wish, slot);
  });
  for (const { wish } of displaced) board.named[wish] = model.named.get(wish) ?? null;
  const lost = displaced.filter(({ wish, slot }) => model.choices[wish] === null || !placed(board, wish, slot));
  for (const { wish } of known) board.named[wish] = model.named.get(wish) ?? null;
  board.commit();
  return lost.map(({ wish }) => wish);
}

function placed(board: Board, wish: number, slot: number): boolean {
  if (slot >= board.model.slots || !board.fits(wish, slot)) return false;
  board.place(wish, slot);
  return true;
}
