import type { Board } from '../board/board.ts';
import { blockersOf } from './blockers.ts';

/**
 * Gives those without any meeting one, where others can spare theirs: a wish of such a person is held in place of meetings that are
 * given up, when more organisations have a meeting then, or as many and more people. Organisations without come first. Repeats until
 * no exchange of one meeting helps; every one is an advance in that order, so it ends. Returns the number of exchanges.
 * O(people without × wishes × slots × meetings of those who take part); where rooms are short, × meetings of the slot.
 */
export function shareOut(board: Board, worth: Float64Array): number {
  const { model } = board;
  let exchanges = 0;
  for (let before = -1; before !== exchanges;) {
    before = exchanges;
    for (let actor = 0; actor < model.people; actor++)
      if (board.membersMeeting(actor) === 0 && serve(board, actor, worth)) exchanges++;
    for (let actor = 0; actor < model.people; actor++)
      if (board.count[actor] === 0 && serve(board, actor, worth)) exchanges++;
  }
  board.commit();
  return exchanges;
}

interface Exchange {
  wish: number;
  slot: number;
  given: readonly number[];
  cost: number;
  /** Who represents the sides that choose; left out, whoever can. */
  chosen?: readonly number[];
}

/** Holds the wish of the actor that costs least, if there is one. */
function serve(board: Board, actor: number, worth: Float64Array): boolean {
  const { model } = board;
  let best: Exchange | null = null;
  for (let at = model.wishStart[actor]!; at < model.wishStart[actor + 1]!; at++) {
    const wish = model.wishesOf[at]!;
    const instead = sentInstead(board, wish, actor);
    if (instead !== null && serves(board, actor, instead)) return exchange(board, instead);
    if (board.slotOf[wish]! >= 0 || model.weight[wish] === 0) continue;
    for (let slot = 0; slot < model.slots; slot++)
      for (const given of waysToHold(board, wish, slot, worth)) {
        const cost = given.reduce((sum, one) => sum + worth[one]!, -worth[wish]!);
        if ((best === null || cost < best.cost) && serves(board, actor, { wish, slot, given, cost }))
          best = { wish, slot, given, cost };
      }
  }
  return best !== null && exchange(board, best);
}

/** The meeting as it is held, with the actor in place of who represents their side. */
function sentInstead({ model, slotOf, chosen }: Board, wish: number, actor: number): Exchange | null {
  if (slotOf[wish]! < 0 || model.fixedSlot[wish]! >= 0) return null;
  const side = model.choices[wish]?.findIndex((choice) => choice.includes(actor)) ?? -1;
  return side < 0
    ? null
    : { wish, slot: slotOf[wish]!, given: [wish], cost: 0, chosen: chosen[wish]!.with(side, actor) };
}

/**
 * What could be given up for the wish in the slot: any one meeting of those whom it needs, any one of the slot where no room is left,
 * and what stands in the way where that is more than one.
 */
function* waysToHold(board: Board, wish: number, slot: number, worth: Float64Array): Generator<readonly number[]> {
  const { model } = board;
  if (((model.possible[wish * model.words + (slot >>> 5)]! >>> (slot & 31)) & 1) === 0) return;
  yield [];
  const single = new Set<number>();
  const meetingsOf = (actor: number): void => {
    for (let other = 0; other < model.slots; other++)
      addRemovable(board, board.at[actor * model.slots + other]!, single);
  };
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) meetingsOf(model.need[at]!);
  for (const choice of model.choices[wish] ?? []) choice.forEach(meetingsOf);
  if (board.roomsLeft[slot]! <= 0)
    for (let actor = 0; actor < model.people; actor++)
      addRemovable(board, board.at[actor * model.slots + slot]!, single);
  for (const meeting of single) yield [meeting];
  const blockers = blockersOf(board, wish, slot, worth);
  if (blockers !== null && blockers.length > 1) yield blockers;
}

function addRemovable(board: Board, meeting: number, to: Set<number>): void {
  if (meeting >= 0 && board.model.fixedSlot[meeting]! < 0) to.add(meeting);
}

/** Whether the exchange gives the actor a meeting, and more organisations, or as many and more people, have one then. */
function serves(board: Board, actor: number, tried: Exchange): boolean {
  const { served, servedOrganisations } = board;
  const mark = board.mark();
  const helps =
    exchange(board, tried) &&
    board.count[actor]! > 0 &&
    (board.servedOrganisations > servedOrganisations ||
      (board.servedOrganisations === servedOrganisations && board.served > served));
  board.rollback(mark);
  return helps;
}

function exchange(board: Board, { wish, slot, given, chosen }: Exchange): boolean {
  for (const one of given) board.remove(one);
  if (!board.fits(wish, slot) || chosen?.some((actor) => !board.available(actor, slot))) return false;
  board.place(wish, slot, chosen);
  return true;
}
