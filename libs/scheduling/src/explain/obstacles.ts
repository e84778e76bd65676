import type { Board } from '../board/board.ts';
import { restedWith } from '../board/rest.ts';
import { hasBit } from '../model/bits.ts';
import { clash } from '../problem/clashes.ts';
import { askedBy, type Remedy } from './remedy.ts';

/**
 * What would have to change for the wish to be held in the slot beside everything else in the plan; `null` where nothing would do: a
 * fixed meeting or a precedence is in the way, or the pair refused. O(participants × clashing slots).
 */
export function obstacles(board: Board, wish: number, slot: number): Remedy[] | null {
  const { model } = board;
  const { problem } = model;
  const own = problem.wishes[wish]!;
  const found: Remedy[] = [];
  if (own.slots !== null && !own.slots.includes(slot)) found.push({ kind: 'allow_slot', slot });
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++)
    if (!ofActor(board, model.need[at]!, slot, found)) return null;
  for (const [at, choice] of (model.choices[wish] ?? []).entries()) {
    const pair = at === model.choices[wish]!.length - 1 ? own.interpreting?.[0] : undefined;
    const least = leastOf(board, choice, slot, found);
    const extra: Remedy[] | null = pair === undefined ? null : [{ kind: 'add_interpreter', pair, slot }];
    const best = least !== null && (extra === null || asked(least) <= asked(extra)) ? least : extra;
    if (best === null) return null;
    for (const one of best) addOnce(found, one);
  }
  for (const pair of model.pairs[wish] ?? [])
    if (board.pairUsed[pair]! >= 0 && !giveUp(board, board.pairUsed[pair]!, found)) return null;
  if (!inOrder(board, wish, slot, found)) return null;
  const freed = found.some((one) => one.kind === 'give_up' && slotOfId(board, one.wishId) === slot);
  if (board.roomsLeft[slot]! <= 0 && !freed) found.push({ kind: 'add_room', slot });
  return found;
}

export const asked = (remedies: readonly Remedy[]): number =>
  remedies.reduce((sum, { kind }) => sum + askedBy[kind], 0);

/** Adds what the actor's side of it needs; false when nothing would do. */
function ofActor(board: Board, actor: number, slot: number, found: Remedy[]): boolean {
  const { model } = board;
  const { slots } = model.problem;
  const actorId = idOf(board, actor);
  const row = actor * model.slots;
  if (!hasBit(model.free, actor * model.words, slot)) found.push({ kind: 'make_free', actorId, slot });
  let gone = 0;
  let goneThatDay = 0;
  for (const other of model.clashes[model.clashKind[actor]!]![slot]!) {
    const meeting = board.at[row + other]!;
    if (meeting < 0) continue;
    if (!clash(slots[other]!, slots[slot]!, 0)) addOnce(found, { kind: 'shorten_gap', actorId, slot });
    else if (!giveUp(board, meeting, found)) return false;
    else gone++;
  }
  for (const one of found) {
    const at = one.kind === 'give_up' ? slotOfId(board, one.wishId) : -1;
    if (at >= 0 && at !== slot && isOf(board, actor, at, one)) gone++;
    if (at >= 0 && isOf(board, actor, at, one) && model.dayOf[at] === model.dayOf[slot]) goneThatDay++;
  }
  if (board.count[actor]! - gone >= model.maximum[actor]!) addOnce(found, { kind: 'raise_maximum', actorId });
  const day = board.dayCount[actor * model.days + model.dayOf[slot]!]! - goneThatDay;
  if (day >= model.perDay[actor]!) found.push({ kind: 'raise_day_maximum', actorId, slot });
  if (model.rests[actor] === 1 && !restedWith(board, actor, slot)) found.push({ kind: 'skip_rest', actorId, slot });
  return true;
}

function isOf(board: Board, actor: number, slot: number, one: Remedy): boolean {
  const meeting = board.at[actor * board.model.slots + slot]!;
  return meeting >= 0 && one.kind === 'give_up' && board.model.problem.wishes[meeting]!.id === one.wishId;
}

function leastOf(board: Board, choice: Int32Array, slot: number, before: readonly Remedy[]): Remedy[] | null {
  let best: Remedy[] | null = null;
  for (const actor of choice) {
    const found = [...before];
    if (!ofActor(board, actor, slot, found)) continue;
    const own = found.slice(before.length);
    if (best === null || asked(own) < asked(best)) best = own;
  }
  return best;
}

function giveUp(board: Board, meeting: number, found: Remedy[]): boolean {
  if (board.model.fixedSlot[meeting]! >= 0) return false;
  addOnce(found, { kind: 'give_up', wishId: board.model.problem.wishes[meeting]!.id });
  return true;
}

function inOrder(board: Board, wish: number, slot: number, found: Remedy[]): boolean {
  const { before, after, problem } = board.model;
  const { slots } = problem;
  for (const other of before[wish] ?? []) {
    const at = board.slotOf[other]!;
    if (at >= 0 && slots[at]!.endsAt > slots[slot]!.startsAt && !giveUp(board, other, found)) return false;
  }
  for (const other of after[wish] ?? []) {
    const at = board.slotOf[other]!;
    if (at >= 0 && slots[slot]!.endsAt > slots[at]!.startsAt && !giveUp(board, other, found)) return false;
  }
  return true;
}

function addOnce(found: Remedy[], one: Remedy): void {
  const key = JSON.stringify(one);
  if (!found.some((other) => JSON.stringify(other) === key)) found.push(one);
}

const slotOfId = (board: Board, wishId: string): number => board.slotOf[board.model.wishNumber.get(wishId)!]!;

function idOf({ model: { problem, people } }: Board, actor: number): string {
  return actor < people ? problem.people[actor]!.id : problem.interpreters[actor - people]!.id;
}
