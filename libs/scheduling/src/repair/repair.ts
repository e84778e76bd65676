import { Board } from '../board/board.ts';
import { load } from '../board/load.ts';
import { planOf } from '../board/plan-of.ts';
import { Ejection } from '../improve/ejection.ts';
import { chance } from '../model/chance.ts';
import { compile } from '../model/compile.ts';
import { placeFixed } from '../place/fixed.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { Standing } from './standing.ts';

/** A plan mended, and what changed for whom: ids of wishes. */
export interface Repair {
  readonly plan: Plan;
  /** Held before, no longer possible where they were and nowhere else. */
  readonly dropped: readonly string[];
  readonly moved: readonly string[];
  /** Same slot, another representative or interpreter. */
  readonly reassigned: readonly string[];
  readonly added: readonly string[];
}

export interface RepairOptions {
  readonly seed?: number;
  /** Steps of work at most; about ten microseconds each. */
  readonly iterations?: number;
  /**
   * What it costs, in weight, that a meeting which could stay as it is gets another slot or other people: it does so only where the plan
   * is worth more than that in return. `null`, as it is when left out: none does, whatever could be gained.
   */
  readonly moveCost?: number | null;
}

/**
 * Mends a plan after availability, wishes or limits changed: everything that can stay stays. What became impossible is put elsewhere;
 * whoever lost a meeting, or has none, is offered their other wishes. A meeting that nothing touched moves only at the given price, and
 * is never dropped, not even for somebody who is left with none: `explain` says what that would take. O(size of the problem + iterations).
 */
export function repair(
  problem: Problem,
  previous: Plan,
  { seed = 1, iterations = 2000, moveCost = null }: RepairOptions = {},
): Repair {
  const model = compile(problem);
  const board = new Board(model);
  placeFixed(board);
  const lost = load(board, previous);
  const standing = new Standing(board, moveCost ?? Infinity);
  const ejection = new Ejection(board, model.weight, 0, chance(seed), standing);
  const waiting = affectedWishes(board, lost, previous);
  for (const wish of waiting) if (board.slotOf[wish]! < 0) ejection.direct(wish);
  board.commit();
  for (const wish of waiting) {
    if (ejection.steps >= iterations) break;
    if (board.slotOf[wish]! < 0) ejection.insert(wish, { depth: 2, budget: 60, lossless: true });
  }
  const plan = planOf(board);
  return { plan, ...changes(previous, plan) };
}

/** Wishes of those who lost a meeting and those who have none, the lost ones first, then by weight. */
function affectedWishes(board: Board, lost: readonly number[], previous: Plan): number[] {
  const { model } = board;
  const { problem } = model;
  const gone = new Set(previous.meetings.map(({ wishId }) => wishId));
  for (const { id } of problem.wishes) gone.delete(id);
  const affected = new Set<number>();
  for (const wish of lost)
    for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) affected.add(model.need[at]!);
  const number = new Map(problem.people.map(({ id }, at) => [id, at]));
  for (const { wishId, people } of previous.meetings)
    if (gone.has(wishId)) for (const id of people) if (number.has(id)) affected.add(number.get(id)!);
  for (let actor = 0; actor < model.people; actor++) if (board.count[actor] === 0) affected.add(actor);
  const wishes = new Set<number>();
  for (const actor of affected)
    for (let at = model.wishStart[actor]!; at < model.wishStart[actor + 1]!; at++) wishes.add(model.wishesOf[at]!);
  const first = new Set(lost);
  return [...new Set([...lost, ...wishes])]
    .filter((wish) => board.slotOf[wish]! < 0 && model.weight[wish]! > 0)
    .sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || model.weight[b]! - model.weight[a]! || a - b);
}

/** What is different in the later plan, by wish ids in the order of the plans. O(meetings). */
export function changes(earlier: Plan, later: Plan): Omit<Repair, 'plan'> {
  const before = new Map(earlier.meetings.map((meeting) => [meeting.wishId, meeting]));
  const after = new Map(later.meetings.map((meeting) => [meeting.wishId, meeting]));
  const ids = (keep: (id: string) => boolean, of: Plan): string[] =>
    of.meetings.map(({ wishId }) => wishId).filter(keep);
  const same = (id: string): boolean => {
    const [one, other] = [before.get(id)!, after.get(id)!];
    return one.interpreterId === other.interpreterId && one.people.every((id, at) => id === other.people[at]);
  };
  return {
    dropped: ids((id) => !after.has(id), earlier),
    moved: ids((id) => before.has(id) && before.get(id)!.slot !== after.get(id)!.slot, later),
    reassigned: ids((id) => before.get(id)?.slot === after.get(id)!.slot && !same(id), later),
    added: ids((id) => !before.has(id), later),
  };
}
