import { Annealing } from '../idle/annealing.ts';
import { encode, type Encoding } from '../idle/encoding.ts';
import { idleModel, planFrom, type IdleModel } from '../idle/idle-model.ts';
import { chance } from '../model/chance.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { CoreGuided } from '../sat/core-guided.ts';
import { gapOf, type Phase, type Progress } from './progress.ts';
import type { Run, RunOptions } from './run.ts';

/** Moves for each meeting before the proof begins, and at most. */
const movesFirst = { each: 1000, most: 200_000 };
const movesAStep = 20_000;
/** After so many moves annealing has had its chance, and the proof gets nearly all of the time. */
const movesInAll = 2_400_000;
const conflictsAStep = 200;
/** A conflict takes about as long as so many moves. */
const movesAConflict = 200;

/**
 * Problem B. Annealing gives a good plan at once and better ones while it lasts; in turn with it the core-guided search raises the lower
 * bound until both meet, finds the optimum itself, or proves that there is no plan.
 */
export class FewestIdle implements Run {
  private readonly model: IdleModel;
  private readonly annealing: Annealing | null;
  private readonly limit: number;
  private encoding: Encoding | null = null;
  private search: CoreGuided | null = null;
  private phase: Phase = 'first';
  private feasible: boolean | null = null;
  private optimum: Int16Array | null = null;
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
    if (annealing.best !== null) this.feasible = true;
    if (annealing.bestIdle <= (this.search?.lower ?? 0)) this.end(true);
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
    const slotOf = this.optimum ?? this.annealing?.best ?? null;
    return slotOf && planFrom(this.model, slotOf);
  }

  finish(): Plan | null {
    this.phase = 'done';
    return this.best();
  }

  private get objective(): number | null {
    if (this.optimum !== null) return this.search!.lower;
    return this.annealing?.best ? this.annealing.bestIdle : null;
  }

  private get iterations(): number {
    return (this.annealing?.moves ?? 0) + movesAConflict * (this.encoding?.solver.conflicts ?? 0);
  }

  private prove(): void {
    this.encoding ??= encode(this.model);
    const { solver, held, costs } = this.encoding;
    this.search ??= new CoreGuided(solver, costs);
    const { best, bestIdle } = this.annealing!;
    if (best !== null && bestIdle < this.preferred) {
      this.preferred = bestIdle;
      for (const [meeting, row] of held.entries())
        for (const [slot, literal] of row.entries())
          if (literal > 1) solver.prefer(best[meeting] === slot ? literal : literal ^ 1);
    }
    const answer = this.search.step(conflictsAStep);
    if (answer === 'infeasible') this.end(false);
    if (answer !== 'optimal') return;
    this.optimum = Int16Array.from(held, (row) => row.findIndex((literal) => solver.isTrue(literal)));
    this.end(true);
  }

  private end(feasible: boolean): void {
    this.feasible = feasible;
    this.phase = 'done';
  }
}
