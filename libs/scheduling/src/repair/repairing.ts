import { constraintsOf } from '../bound/constraints.ts';
import { lowered } from '../bound/lower.ts';
import { Prices } from '../bound/prices.ts';
import { objectiveOf } from '../audit/audit.ts';
import { compile } from '../model/compile.ts';
import { diagnose } from '../problem/diagnose.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { ImpossibleProblem } from '../solve/impossible-problem.ts';
import { gapOf, type Phase, type Progress } from '../solve/progress.ts';
import type { Run } from '../solve/run.ts';
import { repair, type RepairOptions } from './repair.ts';

/**
 * A plan mended by {@link repair}, as a run: the plan with the first step, then the upper bound of what could be planned anew, so that
 * one sees what keeping everything in its place costs. The same problem, plan and options give the same plan on every machine.
 */
export class Repairing implements Run {
  private readonly work: Generator<Phase, void>;
  private plan: Plan | null = null;
  private phase: Phase = 'first';
  private iterations = 0;
  private objective: number | null = null;
  private bound: number | null = null;

  /** @throws ImpossibleProblem when something in the problem contradicts the rest */
  constructor(problem: Problem, previous: Plan, options: RepairOptions = {}) {
    const impossible = diagnose(problem).filter(({ severity }) => severity === 'impossible');
    if (impossible.length > 0) throw new ImpossibleProblem(impossible);
    this.work = this.mend(problem, previous, options);
  }

  get done(): boolean {
    return this.phase === 'done';
  }

  step(): Progress {
    if (!this.done) {
      this.phase = this.work.next().value ?? 'done';
      this.iterations++;
    }
    return this.progress;
  }

  get progress(): Progress {
    const { phase, iterations, objective, bound, plan } = this;
    return {
      phase,
      iterations,
      objective,
      bound,
      gap: gapOf(objective, bound),
      meetings: plan?.meetings.length ?? 0,
      proved: objective !== null && bound !== null && objective >= bound,
      feasible: true,
    };
  }

  best(): Plan | null {
    return this.plan;
  }

  finish(): Plan | null {
    this.phase = 'done';
    return this.plan;
  }

  private *mend(problem: Problem, previous: Plan, options: RepairOptions): Generator<Phase, void> {
    this.plan = repair(problem, previous, options).plan;
    this.objective = objectiveOf(problem, this.plan);
    yield 'pricing';
    for (const bound of lowered(new Prices(constraintsOf(compile(problem))))) {
      this.bound = Math.min(this.bound ?? Infinity, bound);
      if (this.objective >= this.bound) return;
      yield 'pricing';
    }
  }
}
