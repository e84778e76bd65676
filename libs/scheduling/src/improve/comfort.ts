import type { Board } from '../board/board.ts';
import { Burden, troubleOf } from './burden.ts';

/** Minutes that an idle period between two meetings of a day counts as. */
const idleMinutes = 20;
/** Minutes that a meeting in a slot promised elsewhere counts as: more than whatever else one meeting can cost. */
const promisedMinutes = 1000;

/**
 * Moves meetings to slots that suit their people better: fewer idle periods, unsocial minutes shared between people and
 * between zones, and slots promised elsewhere left alone. No meeting is gained or lost, fixed ones stay. Goes through all meetings once from the given one and returns where to go on, or -1 at the end.
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

/**
 * Moves meetings out of slots that their people have promised elsewhere, until none can go by itself, with the same people. What it leaves there had no other
 * slot. As {@link makeComfortable}, a few times.
 */
export function keepPromises(board: Board): void {
  const { promised, wishes, fixedSlot } = board.model;
  if (promised === null) return;
  const burden = new Burden(board);
  const broken = (wish: number): boolean =>
    board.slotOf[wish]! >= 0 &&
    fixedSlot[wish]! < 0 &&
    promisesAt(board, peopleOf(board, wish), board.slotOf[wish]!) > 0;
  for (let moved = true; moved;) {
    moved = false;
    for (let wish = 0; wish < wishes; wish++) {
      if (!broken(wish)) continue;
      const slot = board.slotOf[wish]!;
      const before = promisesAt(board, peopleOf(board, wish), slot);
      moveToBest(board, wish, burden);
      if (promisesAt(board, peopleOf(board, wish), board.slotOf[wish]!) < before) moved = true;
    }
  }
  board.commit();
}

function promisesAt({ model: { promised, slots } }: Board, people: readonly number[], slot: number): number {
  return people.reduce((sum, actor) => sum + promised![actor * slots + slot]!, 0);
}

/** Everybody who takes part, interpreters among them. */
function peopleOf({ model, chosen }: Board, wish: number): number[] {
  const people = [...(chosen[wish] ?? [])];
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) people.push(model.need[at]!);
  return people;
}

function moveToBest(board: Board, wish: number, burden: Burden): void {
  const { model } = board;
  const slot = board.slotOf[wish]!;
  const chosen = board.chosen[wish]!;
  const people = peopleOf(board, wish);
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

/** Idle periods within a day, unsocial minutes and promised slots of the people, weighed together; in minutes. */
export function discomfort(board: Board, people: readonly number[]): number {
  const { slots, unsocial, promised, dayOf } = board.model;
  let sum = 0;
  for (const actor of people) {
    let last = -1;
    let minutes = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (board.at[actor * slots + slot]! < 0) continue;
      if (last >= 0 && slot - last > 1 && dayOf[slot] === dayOf[last]) sum += idleMinutes;
      last = slot;
      if (unsocial !== null) minutes += unsocial[actor * slots + slot]!;
      if (promised !== null && promised[actor * slots + slot] === 1) sum += promisedMinutes;
    }
    sum += troubleOf(minutes);
  }
  return sum;
}
