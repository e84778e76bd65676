import { clearBit } from '../model/bits.ts';
import type { Board } from '../board/board.ts';

/** More than so many meetings are never given up for one. */
export const mostBlockers = 4;

/**
 * Meetings that stand in the way of holding the wish in the slot, so that it fits once they are gone; `null` when it cannot be helped
 * (not free, fixed, too many). Where a maximum is reached, the meeting worth least by `worth` has to go. O(participants × meetings).
 */
export function blockersOf(board: Board, wish: number, slot: number, worth: Float64Array): number[] | null {
  const { model } = board;
  if (((model.possible[wish * model.words + (slot >>> 5)]! >>> (slot & 31)) & 1) === 0) return null;
  const found: number[] = [];
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++)
    if (!inTheWayOf(board, model.need[at]!, slot, worth, found)) return null;
  for (const pair of model.pairs[wish] ?? [])
    if (board.pairUsed[pair]! >= 0 && !add(board, board.pairUsed[pair]!, found)) return null;
  if (!board.inOrder(wish, slot)) return null;
  for (const choice of model.choices[wish] ?? []) {
    const cheapest = cheapestOf(board, choice, slot, worth, found);
    if (cheapest === null) return null;
    for (const one of cheapest) if (!found.includes(one)) found.push(one);
  }
  if (board.roomsLeft[slot]! <= 0 && !found.some((one) => board.slotOf[one] === slot)) {
    const least = leastInSlot(board, slot, worth);
    if (least < 0) return null;
    found.push(least);
  }
  return found.length > mostBlockers ? null : found;
}

/** Adds what must go for the actor to take one more meeting in the slot; false when that is not possible. */
function inTheWayOf(board: Board, actor: number, slot: number, worth: Float64Array, found: number[]): boolean {
  const { model } = board;
  if (((model.free[actor * model.words + (slot >>> 5)]! >>> (slot & 31)) & 1) === 0) return false;
  const row = actor * model.slots;
  let gone = 0;
  let goneThatDay = 0;
  for (const other of model.clashes[model.clashKind[actor]!]![slot]!) {
    const meeting = board.at[row + other]!;
    if (meeting < 0) continue;
    if (!add(board, meeting, found)) return false;
  }
  for (const meeting of found) {
    const at = board.slotOf[meeting]!;
    if (board.at[row + at] !== meeting) continue;
    gone++;
    if (model.dayOf[at] === model.dayOf[slot]) goneThatDay++;
  }
  const day = model.dayOf[slot]!;
  const dayFull = board.dayCount[actor * model.days + day]! - goneThatDay >= model.perDay[actor]!;
  if (dayFull || board.count[actor]! - gone >= model.maximum[actor]!) {
    const least = leastOf(board, actor, worth, found, dayFull ? day : -1);
    if (least < 0) return false;
    found.push(least);
  }
  return (
    model.rests[actor] === 0 ||
    found.some((one) => board.at[row + board.slotOf[one]!] === one) ||
    board.available(actor, slot)
  );
}

function add(board: Board, meeting: number, found: number[]): boolean {
  if (board.model.fixedSlot[meeting]! >= 0) return false;
  if (!found.includes(meeting)) found.push(meeting);
  return true;
}

function leastOf(board: Board, actor: number, worth: Float64Array, found: readonly number[], day: number): number {
  const { model } = board;
  let least = -1;
  for (let slot = 0; slot < model.slots; slot++) {
    const meeting = board.at[actor * model.slots + slot]!;
    if (meeting < 0 || model.fixedSlot[meeting]! >= 0 || found.includes(meeting)) continue;
    if (day >= 0 && model.dayOf[slot] !== day) continue;
    if (least < 0 || worth[meeting]! < worth[least]!) least = meeting;
  }
  return least;
}

function cheapestOf(
  board: Board,
  choice: Int32Array,
  slot: number,
  worth: Float64Array,
  before: readonly number[],
): readonly number[] | null {
  let best: number[] | null = null;
  let bestCost = Infinity;
  for (const actor of choice) {
    const found = [...before];
    if (!inTheWayOf(board, actor, slot, worth, found)) continue;
    const cost = found.slice(before.length).reduce((sum, one) => sum + worth[one]! + 1, 0);
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = found.slice(before.length);
  }
  return best;
}

function leastInSlot(board: Board, slot: number, worth: Float64Array): number {
  const { model } = board;
  let least = -1;
  for (let actor = 0; actor < model.people; actor++) {
    const meeting = board.at[actor * model.slots + slot]!;
    if (meeting < 0 || model.fixedSlot[meeting]! >= 0) continue;
    const difference = least < 0 ? -1 : worth[meeting]! - worth[least]!;
    if (difference < 0 || (difference === 0 && meeting < least)) least = meeting;
  }
  return least;
}

/** The slots of the set as numbers, in order. */
export function slotsIn(set: Uint32Array): number[] {
  const left = set.slice();
  const slots: number[] = [];
  for (let word = 0; word < left.length; word++)
    while (left[word] !== 0) {
      const slot = (word << 5) + 31 - Math.clz32(left[word]! & -left[word]!);
      slots.push(slot);
      clearBit(left, 0, slot);
    }
  return slots;
}
