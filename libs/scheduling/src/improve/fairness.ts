import type { Board } from '../board/board.ts';
import { blockersOf } from './blockers.ts';

/**
 * Gives those without any meeting one, where others can spare theirs: a wish of such a person is held in place of meetings that are
 * given up, when more organisations have a meeting then, or as many and more people. Organisations without come first. Repeats until
 * no single exchange helps; every one is an advance in that order, so it ends. Returns the number of exchanges.
 * O(people without × wishes × slots).
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

function serve(board: Board, actor: number, worth: Float64Array): boolean {
  const { model } = board;
  const { served, servedOrganisations } = board;
  const more = (): boolean =>
    board.servedOrganisations > servedOrganisations ||
    (board.servedOrganisations === servedOrganisations && board.served > served);
  let best: { wish: number; slot: number; blockers: readonly number[]; cost: number } | null = null;
  for (let at = model.wishStart[actor]!; at < model.wishStart[actor + 1]!; at++) {
    const wish = model.wishesOf[at]!;
    if (board.slotOf[wish]! >= 0 || model.weight[wish] === 0) continue;
    for (let slot = 0; slot < model.slots; slot++) {
      const blockers = blockersOf(board, wish, slot, worth);
      if (blockers === null) continue;
      const cost = blockers.reduce((sum, one) => sum + worth[one]!, -worth[wish]!);
      if (best !== null && cost >= best.cost) continue;
      const mark = board.mark();
      if (exchange(board, wish, slot, blockers) && board.count[actor]! > 0 && more())
        best = { wish, slot, blockers, cost };
      board.rollback(mark);
    }
  }
  return best !== null && exchange(board, best.wish, best.slot, best.blockers);
}

function exchange(board: Board, wish: number, slot: number, blockers: readonly number[]): boolean {
  for (const one of blockers) board.remove(one);
  if (!board.fits(wish, slot)) return false;
  board.place(wish, slot);
  return true;
}
