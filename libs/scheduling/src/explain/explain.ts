import { Board } from '../board/board.ts';
import { load } from '../board/load.ts';
import { compile } from '../model/compile.ts';
import { organisationPairs, pairKey } from '../problem/lookup.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { asked, obstacles } from './obstacles.ts';
import { reasonOf, type UnmetReason } from './reason.ts';
import type { Remedy } from './remedy.ts';

/** A wish that the plan does not hold. */
export interface UnmetWish {
  readonly wishId: string;
  readonly reason: UnmetReason;
  /** Who or what it is about: people or interpreters, or the meetings that are held instead. */
  readonly ids: readonly string[];
  /** What would make it possible, all of it together and nothing else; `null` where nothing would. Empty: it fits as things stand. */
  readonly possibleWith: { readonly slot: number; readonly remedies: readonly Remedy[] } | null;
}

/**
 * Every wish that the plan does not hold, with its reason and the least that would make it possible, of all slots the one that asks
 * least of others. The remedies are true: with them the meeting can be added to the plan. O(unmet × slots × participants).
 */
export function explain(problem: Problem, plan: Plan): readonly UnmetWish[] {
  const board = new Board(compile(problem));
  load(board, plan);
  const refused = new Set(problem.noThanks.map(([one, other]) => pairKey(one, other)));
  return problem.wishes.flatMap((wish, at) => {
    if (board.slotOf[at]! >= 0) return [];
    if (refused.size > 0 && organisationPairs(wish).some((pair) => refused.has(pair)))
      return [{ wishId: wish.id, reason: 'no_thanks' as const, ids: [], possibleWith: null }];
    return [explainOne(board, at)];
  });
}

function explainOne(board: Board, wish: number): UnmetWish {
  const { model } = board;
  let best: { slot: number; remedies: Remedy[] } | null = null;
  for (let slot = 0; slot < model.slots; slot++) {
    const remedies = obstacles(board, wish, slot);
    if (remedies !== null && (best === null || asked(remedies) < asked(best.remedies))) best = { slot, remedies };
  }
  const { id } = model.problem.wishes[wish]!;
  const [reason, ids] = reasonOf(board, wish, absentees(best?.remedies ?? []));
  return { wishId: id, reason, ids, possibleWith: best };
}

const absentees = (remedies: readonly Remedy[]): string[] =>
  remedies.flatMap((one) => (one.kind === 'make_free' ? [one.actorId] : []));
