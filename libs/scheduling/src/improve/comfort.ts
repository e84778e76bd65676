import type { Board } from '../board/board.ts';

/** Minutes that an idle period between two meetings of a day counts as. */
const idleMinutes = 20;
/** So many unsocial minutes of one person count as they are; more count in proportion to their square, so that they are shared. */
const bearable = 60;

/**
 * Moves meetings to slots that suit their people better: fewer idle periods, unsocial minutes shared evenly. No meeting is gained or
 * lost, fixed ones stay. Goes through all meetings once from the given one and returns where to go on, or -1 at the end.
 * O(meetings × open slots × slots).
 */
export function makeComfortable(board: Board, from: number, count: number): number {
  const { model } = board;
  let wish = from;
  for (let done = 0; wish < model.wishes && done < count; wish++) {
    if (board.slotOf[wish]! < 0 || model.fixedSlot[wish]! >= 0) continue;
    done++;
    moveToBest(board, wish);
  }
  board.commit();
  return wish < model.wishes ? wish : -1;
}

function moveToBest(board: Board, wish: number): void {
  const { model } = board;
  const slot = board.slotOf[wish]!;
  const chosen = board.chosen[wish]!;
  const people = [...(chosen ?? [])];
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) people.push(model.need[at]!);
  const before = discomfort(board, people);
  board.remove(wish);
  let best = slot;
  let bestValue = before - 1e-9;
  const set = board.openSlots(wish).slice();
  for (let other = 0; other < model.slots; other++) {
    if (other === slot || ((set[other >>> 5]! >>> (other & 31)) & 1) === 0) continue;
    if (chosen?.some((actor) => !board.available(actor, other)) || !board.fits(wish, other)) continue;
    board.place(wish, other, chosen);
    const value = discomfort(board, people);
    board.remove(wish);
    if (value >= bestValue) continue;
    best = other;
    bestValue = value;
  }
  board.place(wish, best, chosen);
}

/** Idle periods within a day and unsocial minutes of the people, weighed together; in minutes. */
export function discomfort(board: Board, people: readonly number[]): number {
  const { slots, unsocial, dayOf } = board.model;
  let sum = 0;
  for (const actor of people) {
    let last = -1;
    let minutes = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (board.at[actor * slots + slot]! < 0) continue;
      if (last >= 0 && slot - last > 1 && dayOf[slot] === dayOf[last]) sum += idleMinutes;
      last = slot;
      if (unsocial !== null) minutes += unsocial[actor * slots + slot]!;
    }
    sum += minutes <= bearable ? minutes : (minutes * minutes) / bearable;
  }
  return sum;
}
