import { Board } from '../board/board.ts';
import { planOf } from '../board/plan-of.ts';
import { restore, snapshotOf, type Snapshot } from '../board/snapshot.ts';
import { constraintsOf, type Constraints } from '../bound/constraints.ts';
import { lowered } from '../bound/lower.ts';
import { Prices } from '../bound/prices.ts';
import { keepPromises, makeComfortable } from '../improve/comfort.ts';
import { Ejection } from '../improve/ejection.ts';
import { shareOut } from '../improve/fairness.ts';
import { chance, type Chance } from '../model/chance.ts';
import { compile } from '../model/compile.ts';
import type { Model } from '../model/model.ts';
import { placeFixed } from '../place/fixed.ts';
import { placeGreedily } from '../place/greedy.ts';
import { ScarcityPlacement } from '../place/scarcity.ts';
import { impossible, type Diagnosis } from '../problem/diagnosis.ts';
import type { Numbers } from '../problem/numbers.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { selectByPrices } from '../select/selection.ts';
import { gapOf, type Phase, type Progress } from './progress.ts';
import { ImpossibleProblem } from './impossible-problem.ts';
import type { Run, RunOptions } from './run.ts';

const greedyAStep = 5000;
const placementsAStep = 400;
const insertionsAStep = 40;
const effort = { shallow: 60, deep: 250 };

/**
 * Problem O. A greedy plan at once; then prices, which are the upper bound and say what to hold; a selection by them; slots for it by
 * scarcity; ejection chains for what is left; at last comfort. See the README for bounds and measurements.
 */
export class MostWeight implements Run {
  readonly model: Model;
  private readonly chance: Chance;
  private readonly limit: number;
  private readonly work: Generator<Phase, void>;
  private board: Board;
  private bound: number | null = null;
  private phase: Phase = 'first';
  private ejection: Ejection | null = null;
  private placements = 0;
  /** Whether there is a plan. */
  private begun = false;
  /** While the search may go below it for a time: the best so far. */
  private kept: { readonly plan: Snapshot; readonly weight: number; readonly held: number } | null = null;
  /** People who take part in some wish that could be held. */
  private servable = 0;

  constructor(problem: Problem, { seed = 1, iterations = Infinity }: RunOptions = {}, numbers?: Numbers) {
    this.model = compile(problem, numbers);
    this.chance = chance(seed);
    this.limit = iterations;
    this.board = new Board(this.model);
    const left = placeFixed(this.board);
    if (left.length > 0) throw new ImpossibleProblem(fixedTogether(this.model, left));
    this.work = this.search();
  }

  get done(): boolean {
    return this.phase === 'done';
  }

  step(): Progress {
    if (!this.done) this.phase = this.iterations >= this.limit ? 'done' : (this.work.next().value ?? 'done');
    return this.progress;
  }

  get progress(): Progress {
    const { phase, bound, objective } = this;
    const proved = objective !== null && bound !== null && objective >= bound;
    return {
      phase,
      iterations: this.iterations,
      objective,
      bound,
      gap: gapOf(objective, bound),
      meetings: (this.kept ?? this.board).held,
      proved,
      feasible: true,
    };
  }

  best(): Plan | null {
    const { slotOf, chosen } = this.kept?.plan ?? this.board;
    return this.begun ? planOf({ model: this.model, slotOf, chosen }) : null;
  }

  /** Meetings are shared out in what there is. */
  finish(): Plan | null {
    if (this.begun && !this.done) {
      if (this.kept) restore(this.board, this.kept.plan);
      this.kept = null;
      shareOut(this.board, this.model.weight);
      keepPromises(this.board);
    }
    this.phase = 'done';
    return this.best();
  }

  private get objective(): number | null {
    return this.begun ? (this.kept ?? this.board).weight : null;
  }

  private get iterations(): number {
    return this.placements + (this.ejection?.steps ?? 0);
  }

  private *search(): Generator<Phase, void> {
    for (const _ of placeGreedily(this.board, greedyAStep)) {
      this.placements = this.board.held;
      this.begun = true;
      yield 'first';
    }
    this.placements = this.board.held;
    this.begun = true;
    yield 'pricing';
    const constraints = constraintsOf(this.model);
    this.servable = peopleIn(constraints);
    const prices = new Prices(constraints);
    yield* this.lower(prices);
    yield* this.place(constraints, prices);
    this.ejection = new Ejection(this.board, this.model.weight, 4 * maximumOf(this.model.weight) + 1, this.chance);
    shareOut(this.board, this.model.weight);
    yield 'improving';
    const order = orderOf(constraints, prices);
    yield* this.improve(order, 1, effort.shallow);
    yield* this.improve(order, 2, effort.deep);
    yield* this.makeComfortable();
    yield* this.wander(order, this.ejection);
    shareOut(this.board, this.model.weight);
    yield* this.makeComfortable();
  }

  /** Prices until they settle. */
  private *lower(prices: Prices): Generator<Phase, void> {
    for (const bound of lowered(prices)) {
      this.bound = Math.min(this.bound ?? Infinity, bound);
      yield 'pricing';
    }
  }

  /** A plan from the prices, in place of the greedy one if it is better. */
  private *place(constraints: Constraints, prices: Prices): Generator<Phase, void> {
    const board = new Board(this.model);
    placeFixed(board);
    const placement = new ScarcityPlacement(board, selectByPrices(constraints, prices.left));
    while (!placement.step(placementsAStep)) {
      this.placements += placementsAStep;
      yield 'placing';
    }
    board.commit();
    if (board.weight > this.board.weight) this.board = board;
  }

  /** One pass of ejection chains over what is not held. */
  private *improve(order: readonly number[], depth: number, budget: number): Generator<Phase, void> {
    const { board, ejection } = this;
    for (const [at, wish] of order.entries()) {
      if (board.slotOf[wish]! < 0 && !this.optimal()) ejection!.insert(wish, { depth, budget });
      if (at % insertionsAStep === 0) yield 'improving';
    }
  }

  /** Chains in random order that may cost a little, and back to the best when they do not pay. */
  private *wander(order: readonly number[], ejection: Ejection): Generator<Phase, void> {
    const { board } = this;
    let value = ejection.value();
    this.keep();
    const typical = board.weight / Math.max(1, board.held);
    const until = ejection.steps + 30 * order.length;
    while (ejection.steps < until && !this.optimal() && board.held < order.length) {
      for (let n = 0; n < insertionsAStep; n++) {
        ejection.steps++;
        const wish = order[Math.floor(order.length * (this.chance(1024) / 1024) ** 2)]!;
        if (board.slotOf[wish]! < 0)
          ejection.insert(wish, { depth: 2, budget: effort.shallow, slack: n % 8 === 0 ? typical * 0.02 : 0.5 });
      }
      if (ejection.value() > value) {
        value = ejection.value();
        this.keep();
      } else if (ejection.value() < value - typical) restore(board, this.kept!.plan);
      yield 'improving';
    }
    restore(board, this.kept!.plan);
    this.kept = null;
  }

  private keep(): void {
    const { weight, held } = this.board;
    this.kept = { plan: snapshotOf(this.board), weight, held };
  }

  private *makeComfortable(): Generator<Phase, void> {
    for (let wish = 0; wish >= 0;) {
      wish = makeComfortable(this.board, wish, placementsAStep);
      yield 'comfort';
    }
    keepPromises(this.board);
  }

  private optimal(): boolean {
    return this.bound !== null && this.board.weight >= this.bound && this.board.served >= this.servable;
  }
}

/** Candidates that could be part of a good plan, the best rest first. */
function orderOf({ candidate, model }: Constraints, { left }: Prices): number[] {
  const order: number[] = [];
  for (let wish = 0; wish < model.wishes; wish++) if (candidate[wish] === 1) order.push(wish);
  return order.sort((a, b) => left[b]! - left[a]! || a - b);
}

/** Each fixed meeting that can be kept by itself, but not beside the others. */
function fixedTogether({ problem, fixedSlot }: Model, left: readonly number[]): readonly Diagnosis[] {
  return left.map((wish) => impossible('fixed_not_possible', [problem.wishes[wish]!.id], [fixedSlot[wish]!]));
}

function peopleIn({ start, model }: Constraints): number {
  let count = 0;
  for (let person = 0; person < model.people; person++) if (start[person + 1]! > start[person]!) count++;
  return count;
}

function maximumOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
