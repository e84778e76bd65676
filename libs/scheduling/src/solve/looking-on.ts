import type { Plan, Problem } from '../problem/problem.ts';
import { gapOf, type Progress } from './progress.ts';
import type { Run, RunOptions } from './run.ts';
import { solve } from './solve.ts';

/** Seeds are positive integers of 31 bits; after the last comes the first. */
const seeds = 2_147_483_647;

/**
 * A run that goes on when a search has found all that it finds: again from the beginning, with the next seed, for as long as whoever
 * holds it takes steps. What is best of all stands; it is over by itself only where nothing better is possible. The same problem, seed
 * and number of steps give the same plan.
 */
export class LookingOn implements Run {
  private readonly problem: Problem;
  private readonly seed: number;
  private run: Run;
  private tries = 1;
  private steps = 0;
  /** Steps of the searches before this one. */
  private before = 0;
  private kept: { readonly plan: Plan | null; readonly progress: Progress } | null = null;
  private over = false;

  /** @throws ImpossibleProblem as {@link solve} */
  constructor(problem: Problem, { seed = 1 }: Pick<RunOptions, 'seed'> = {}) {
    this.problem = problem;
    this.seed = seed;
    this.run = solve(problem, { seed });
  }

  get done(): boolean {
    return this.over;
  }

  step(): Progress {
    if (this.over) return this.progress;
    this.run.step();
    this.steps++;
    if (!this.run.done) return this.progress;
    this.keep();
    const { plan, progress } = this.kept!;
    if (plan === null || progress.proved) this.over = true;
    else this.again();
    return this.progress;
  }

  get progress(): Progress {
    const { kept, run, tries, steps } = this;
    if (!kept) return { ...run.progress, tries, steps };
    const iterations = this.before + (this.over ? 0 : run.progress.iterations);
    return { ...kept.progress, phase: this.over ? 'done' : 'again', iterations, tries, steps };
  }

  best(): Plan | null {
    return this.kept ? this.kept.plan : this.run.best();
  }

  finish(): Plan | null {
    if (!this.over) {
      this.run.finish();
      this.keep();
    }
    this.over = true;
    return this.kept!.plan;
  }

  private again(): void {
    this.run = solve(this.problem, { seed: 1 + ((this.seed - 1 + this.tries) % seeds) });
    this.tries++;
  }

  /** Of two equals the earlier one stands; each bound holds for all. */
  private keep(): void {
    const { kept, run } = this;
    const found = run.progress;
    this.before += found.iterations;
    const better = !kept || isBetter(found.objective, kept.progress.objective, this.problem);
    const { plan, progress } = better ? { plan: run.finish(), progress: found } : kept;
    const bound = nearer(found.bound, kept?.progress.bound ?? null, this.problem);
    const { objective } = progress;
    const proved = progress.proved || (objective !== null && objective === bound);
    this.kept = { plan, progress: { ...progress, bound, proved, gap: gapOf(objective, bound) } };
  }
}

const isMost = ({ goal }: Problem): boolean => goal.kind === 'weight';

function isBetter(one: number | null, other: number | null, problem: Problem): boolean {
  if (one === null || other === null) return other === null && one !== null;
  return isMost(problem) ? one > other : one < other;
}

function nearer(one: number | null, other: number | null, problem: Problem): number | null {
  if (one === null || other === null) return one ?? other;
  return isMost(problem) ? Math.min(one, other) : Math.max(one, other);
}
