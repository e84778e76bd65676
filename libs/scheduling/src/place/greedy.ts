import type { Board } from '../board/board.ts';

/**
 * A first answer at once: the heaviest wishes first, each in its first open slot. Pauses after every so many wishes, with a plan each
 * time. O(wishes × slots).
 */
export function* placeGreedily(board: Board, atOnce: number): Generator<void, void> {
  const { wishes, weight } = board.model;
  // Weights are whole numbers: one number for weight and place sorts without comparing by hand.
  const keys = new Float64Array(wishes);
  for (let wish = 0; wish < wishes; wish++) keys[wish] = wish - weight[wish]! * wishes;
  keys.sort();
  for (let at = 0; at < wishes; at++) {
    const wish = ((keys[at]! % wishes) + wishes) % wishes;
    const slot = weight[wish] === 0 || board.slotOf[wish]! >= 0 ? -1 : firstSlot(board, wish);
    if (slot >= 0) board.place(wish, slot);
    if (at % atOnce < atOnce - 1) continue;
    board.commit();
    yield;
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
