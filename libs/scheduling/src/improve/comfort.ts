import type { Board } from '../board/board.ts';
import { Burden, troubleOf } from './burden.ts';

/** Minutes that an idle period between two meetings of a day counts as. */
const idleMinutes = 20;
/**
 * Moves meetings to slots that suit their people better: fewer idle periods, unsocial minutes shared between people and
 * between zones. No meeting is gained or lost, fixed ones stay. Goes through all meetings once from the given one and returns where to go on, or -1 at the end.
 * O(meetings × open slots × slots).
 */
export function makeComfortable(board: Board, from: number, count: number): number {
  const { model } = board;
  const burden = new Burden(board);
  let wish = from;
  for (let done = 0; wish < model.wishes && done < count; wish++) {
    if (board.slotOf[wish]! < 0 || model.fixedSlot[wish]! >= 0) continue;
    done++;
    moveToBest(board, wish, burden);
  }
  board.commit();
  return wish < model.wishes ? wish : -1;
}

function moveToBest(board: Board, wish: number, burden: Burden): void {
  const { model } = board;
  const slot = board.slotOf[wish]!;
  const chosen = board.chosen[wish]!;
  const people = [...(chosen ?? [])];
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) people.push(model.need[at]!);
  let best = slot;
  let bestValue = discomfort(board, people) + burden.cost - 1e-9;
  board.remove(wish);
  burden.add(people, slot, -1);
  const set = board.openSlots(wish).slice();
  for (let other = 0; other < model.slots; other++) {
    if (other === slot || ((set[other >>> 5]! >>> (other & 31)) & 1) === 0) continue;
    if (chosen?.some((actor) => !board.available(actor, other)) || !board.fits(wish, other)) continue;
    board.place(wish, other, chosen);
    burden.add(people, other);
    const value = discomfort(board, people) + burden.cost;
    board.remove(wish);
    burden.add(people, other, -1);
    if (value >= bestValue) continue;
    best = other;
    bestValue = value;
  }
  board.place(wish, best, chosen);
  burden.add(people, best);
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
    sum += troubleOf(minutes);
  }
  return sum;
}
