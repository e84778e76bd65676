import type { Board } from '../board/board.ts';

/**
 * Puts the fixed meetings on an empty board, those with named representatives first; the wishes that found no place although each is
 * legal by itself (their sides that need one compete for the same person) come back, and none in a problem without contradictions.
 */
export function placeFixed(board: Board): number[] {
  const { fixedSlot, named, choices } = board.model;
  const order: number[] = [];
  for (let wish = 0; wish < fixedSlot.length; wish++) if (fixedSlot[wish]! >= 0) order.push(wish);
  const freedom = (wish: number): number => (choices[wish] === null ? 0 : named.has(wish) ? 1 : 2);
  order.sort((a, b) => freedom(a) - freedom(b) || a - b);
  const left: number[] = [];
  for (const wish of order) {
    if (board.fits(wish, fixedSlot[wish]!)) board.place(wish, fixedSlot[wish]!);
    else left.push(wish);
  }
  board.commit();
  return left;
}
