import type { Model } from '../model/model.ts';

/** In place of an actor that is named for a choice: whoever can. */
export const anybody = -1;

/** What of a board says who can be chosen. */
interface Candidates {
  readonly model: Model;
  readonly named: (readonly number[] | null)[];
  available(actor: number, slot: number): boolean;
  spare(actor: number): number;
}

/**
 * Whom the sides that need one send, and who interprets, when the wish is held in the slot: whoever is named for it, else of those who
 * can the one with the most meetings to spare, what is waiting for them by name set aside; in order of the choices; `null` where nobody
 * can. Nobody stands in two choices of one wish, so choices do not compete. O(candidates).
 */
export function assign(board: Candidates, wish: number, slot: number): number[] | null {
  const named = board.named[wish];
  const chosen: number[] = [];
  for (const [at, choice] of board.model.choices[wish]!.entries()) {
    const wanted = named?.[at] ?? anybody;
    let best = -1;
    for (const actor of choice)
      if ((wanted === anybody || wanted === actor) && (best < 0 || board.spare(actor) > board.spare(best)))
        if (board.available(actor, slot)) best = actor;
    if (best < 0) return null;
    chosen.push(best);
  }
  return chosen;
}
