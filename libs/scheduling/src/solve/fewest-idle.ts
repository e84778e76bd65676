import { Annealing } from '../idle/annealing.ts';
import { encode, type Encoding } from '../idle/encoding.ts';
import { idleModel, planFrom, type IdleModel } from '../idle/idle-model.ts';
import { idleOf } from '../idle/occupancy.ts';
import { chance } from '../model/chance.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { CoreGuided } from '../sat/core-guided.ts';
import { NearBound } from '../sat/near-bound.ts';
import { gapOf, type Phase, type Progress } from './progress.ts';
import type { Run, RunOptions } from './run.ts';

/** Moves for each meeting before the proof begins, and at most. */
const movesFirst = { each: 1000, most: 200_000 };
const movesAStep = 5_000;
/** After so many moves, three coolings, annealing has had its chance, and the proof gets nearly all of the time. */
const movesInAll = 1_400_000;
const conflictsAStep = 200;
/** After so many conflicts a plan near the bound is not looked for any longer, and the proof gets all of them. */
const conflictsNearBound = 40_000;
/** A conflict takes about as long as so many moves. */
const movesAConflict = 200;

/**
 * Problem B. Annealing gives a good plan at once and better ones while it lasts; in turn with it the core-guided search raises the lower
 * bound until both meet, finds the optimum itself, or proves that there is no plan; and a plan just above the bound is looked for.
 */
export class FewestIdle implements Run {
  private readonly model: IdleModel;
  private readonly annealing: Annealing | null;
  private readonly limit: number;
  private encoding: Encoding | null = null;
  private search: CoreGuided | null = null;
  private near: NearBound | null = null;
  private phase: Phase = 'first';
  private feasible: boolean | null = null;
  /** What the search by clauses has found, and what it costs. */
  private found: Int16Array | null = null;
  private foundIdle = Infinity;
  private preferred = Infinity;

  constructor(problem: Problem, { seed = 1, iterations = Infinity }: RunOptions = {}) {
    this.model = idleModel(problem);
    this.limit = iterations;
    const possible = this.model.domain.every(({ length }) => length > 0);
    this.annealing = possible ? new Annealing(this.model, chance(seed)) : null;
    if (!possible) this.end(false);
  }

  get done(): boolean {
    return this.phase === 'done';
  }

  step(): Progress {
    const { annealing } = this;
    if (this.done || annealing === null) return this.progress;
    if (this.phase === 'first') {
      annealing.step(movesAStep);
      if (
        annealing.moves >= Math.min(movesFirst.most, movesFirst.each * this.model.peopleOf.length) ||
        annealing.bestIdle === 0
      )
        this.phase = 'proving';
    } else {
      annealing.step(annealing.moves < movesInAll ? movesAStep : movesAStep / 10);
      this.prove();
    }
    const { objective } = this;
    if (objective !== null) this.feasible = true;
    if (objective !== null && objective <= (this.search?.lower ?? 0)) this.end(true);
    if (this.iterations >= this.limit) this.phase = 'done';
    return this.progress;
  }

  get progress(): Progress {
    const objective = this.objective;
    const bound = this.feasible === false ? null : (this.search?.lower ?? 0);
    const proved = this.feasible === false || (objective !== null && objective === bound);
    return {
      phase: this.phase,
      iterations: this.iterations,
      objective,
      bound,
      gap: gapOf(objective, bound),
      meetings: objective === null ? 0 : this.model.peopleOf.length,
      proved,
      feasible: this.feasible,
    };
  }

  best(): Plan | null {
    const slotOf = this.slotOf();
    return slotOf && planFrom(this.model, slotOf);
  }

  finish(): Plan | null {
    this.phase = 'done';
    return this.best();
  }

  private get objective(): number | null {
    const least = Math.min(this.foundIdle, this.annealing?.bestIdle ?? Infinity);
    return least < Infinity ? least : null;
  }

  /** Slots of the best plan so far. */
  private slotOf(): Int16Array | null {
    const { annealing } = this;
    return annealing !== null && annealing.bestIdle < this.foundIdle ? annealing.best : this.found;
  }

  private get iterations(): number {
    return (this.annealing?.moves ?? 0) + movesAConflict * (this.encoding?.solver.conflicts ?? 0);
  }

  private prove(): void {
    this.encoding ??= encode(this.model);
    const { solver, costs } = this.encoding;
    this.search ??= new CoreGuided(solver, costs);
    this.near ??= new NearBound(solver, this.search);
    this.preferBest(this.encoding);
    const answer = this.search.step(conflictsAStep);
    if (answer === 'infeasible') this.end(false);
    if (answer === 'optimal') this.note(this.encoding);
    if (answer !== 'unknown' || solver.conflicts > conflictsNearBound) return;
    const open = (this.objective ?? Infinity) > this.search.lower + 1;
    if (open && this.near.step(conflictsAStep)) this.note(this.encoding);
  }

  /** What is known to be good is tried first. */
  private preferBest({ solver, held }: Encoding): void {
    const { objective } = this;
    if (objective === null || objective >= this.preferred) return;
    this.preferred = objective;
    const slotOf = this.slotOf()!;
    for (const [meeting, row] of held.entries())
      for (const [slot, literal] of row.entries())
        if (literal > 1) solver.prefer(slotOf[meeting] === slot ? literal : literal ^ 1);
  }

  /** Takes the plan that stands in the solver, unless there is a better one. */
  private note({ solver, held }: Encoding): void {
    const slotOf = Int16Array.from(held, (row) => row.findIndex((literal) => solver.isTrue(literal)));
    const idle = idleOf(this.model, slotOf);
    if (idle >= this.foundIdle) return;
    this.found = slotOf;
    this.foundIdle = idle;
  }

  private end(feasible: boolean): void {
    this.feasible = feasible;
    this.phase = 'done';
  }
}
