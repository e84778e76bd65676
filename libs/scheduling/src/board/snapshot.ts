import type { Board } from './board.ts';

/** A plan to come back to. */
export interface Snapshot {
  readonly slotOf: Int16Array;
  readonly chosen: readonly (readonly number[] | null)[];
}

export const snapshotOf = (board: Board): Snapshot => ({ slotOf: board.slotOf.slice(), chosen: [...board.chosen] });

/** Brings the board back to the snapshot; final. O(meetings that differ). */
export function restore(board: Board, { slotOf, chosen }: Snapshot): void {
  const changed: number[] = [];
  for (let wish = 0; wish < slotOf.length; wish++) {
    if (board.slotOf[wish] === slotOf[wish] && board.chosen[wish] === chosen[wish]) continue;
    if (board.slotOf[wish]! >= 0) board.remove(wish);
    if (slotOf[wish]! >= 0) changed.push(wish);
  }
  for (const wish of changed) board.place(wish, slotOf[wish]!, chosen[wish]);
  board.commit();
}
