import type { Board } from '../board/board.ts';

const rounds = 30;

/**
 * Puts the fixed meetings on an empty board, those with named representatives first. Where several compete for the same representative
 * or interpreter, those that found nobody come earlier in the next round; the ones still left after some rounds come back, and none in
 * a problem without contradictions but for very crowded ones. O(fixed × rounds).
 */
export function placeFixed(board: Board): readonly number[] {
  const { fixedSlot, named, choices } = board.model;
  let order: number[] = [];
  for (let wish = 0; wish < fixedSlot.length; wish++) if (fixedSlot[wish]! >= 0) order.push(wish);
  const freedom = (wish: number): number => (choices[wish] === null ? 0 : named.has(wish) ? 1 : 2);
  order.sort((a, b) => freedom(a) - freedom(b) || a - b);
  let left: readonly number[] = [];
  for (let round = 0; round < rounds; round++) {
    left = order.filter((wish) => !placed(board, wish));
    if (left.length === 0 || round === rounds - 1) break;
    for (const wish of order) if (board.slotOf[wish]! >= 0) board.remove(wish);
    const first = new Set(left);
    order = [...left, ...order.filter((wish) => !first.has(wish))];
  }
  board.commit();
  return left;
}

function placed(board: Board, wish: number): boolean {
  const slot = board.model.fixedSlot[wish]!;
  if (!board.fits(wish, slot)) return false;
  board.place(wish, slot);
  return true;
}
