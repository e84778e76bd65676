import { Board } from '../board/board.ts';
import { load } from '../board/load.ts';
import { compile } from '../model/compile.ts';
import { organisationPairs, pairKey } from '../problem/lookup.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { asked, obstacles } from './obstacles.ts';
import type { Remedy } from './remedy.ts';

/** Why a wish is not held, in order of what weighs most. */
export const unmetReasons = [
  'no_thanks',
  'no_common_slot',
  'pair_meets_already',
  'maximum_reached',
  'gap',
  'no_room',
  'no_interpreter',
  'displaced',
  'not_planned',
] as const;
export type UnmetReason = (typeof unmetReasons)[number];

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
  let possible = 0;
  for (let word = 0; word < model.words; word++) possible |= model.possible[wish * model.words + word]!;
  const { id } = model.problem.wishes[wish]!;
  const [reason, ids] =
    possible === 0
      ? (['no_common_slot', absentees(best?.remedies ?? [])] as const)
      : why(board, wish, best?.remedies ?? null);
  return { wishId: id, reason, ids, possibleWith: best };
}

const absentees = (remedies: readonly Remedy[]): string[] =>
  remedies.flatMap((one) => (one.kind === 'make_free' ? [one.actorId] : []));

function why(
  board: Board,
  wish: number,
  remedies: readonly Remedy[] | null,
): readonly [UnmetReason, readonly string[]] {
  const { problem, pairs } = board.model;
  for (const pair of pairs[wish] ?? [])
    if (board.pairUsed[pair]! >= 0) return ['pair_meets_already', [problem.wishes[board.pairUsed[pair]!]!.id]];
  const actors = (kind: Remedy['kind']): string[] => [
    ...new Set((remedies ?? []).flatMap((one) => (one.kind === kind && 'actorId' in one ? [one.actorId] : []))),
  ];
  const has = (kind: Remedy['kind']): boolean => (remedies ?? []).some((one) => one.kind === kind);
  const full = [...actors('raise_maximum'), ...actors('raise_day_maximum')];
  if (full.length > 0) return ['maximum_reached', full];
  if (has('shorten_gap')) return ['gap', actors('shorten_gap')];
  if (has('add_room')) return ['no_room', []];
  if (has('add_interpreter') || has('skip_rest')) return ['no_interpreter', actors('skip_rest')];
  const instead = (remedies ?? []).flatMap((one) => (one.kind === 'give_up' ? [one.wishId] : []));
  if (instead.length > 0 || remedies === null) return ['displaced', instead];
  if (has('make_free')) return ['displaced', actors('make_free')];
  return ['not_planned', []];
}
