import type { Board } from '../board/board.ts';

/** A first answer at once: the heaviest wishes first, each in its first open slot. O(wishes × slots). */
export function placeGreedily(board: Board): void {
  const { wishes, weight } = board.model;
  const order = Array.from({ length: wishes }, (_, wish) => wish).filter(
    (wish) => weight[wish]! > 0 && board.slotOf[wish]! < 0,
  );
  order.sort((a, b) => weight[b]! - weight[a]! || a - b);
  for (const wish of order) {
    const slot = firstSlot(board, wish);
    if (slot >= 0) board.place(wish, slot);
  }
  board.commit();
}

/** The first slot in which the wish fits, or -1. */
export function firstSlot(board: Board, wish: number): number {
  const set = board.openSlots(wish);
  for (let word = 0; word < set.length; word++)
    for (let bits = set[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (board.fits(wish, slot)) return slot;
    }
  return -1;
}
