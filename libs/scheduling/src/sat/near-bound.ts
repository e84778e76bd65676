import { totalizer } from './cardinality.ts';
import type { CoreGuided } from './core-guided.ts';
import type { Literal } from './literal.ts';
import type { SatSolver } from './solver.ts';

/**
 * Looks for a model that costs at most one more than the lower bound, while the core-guided search is busy proving that there is none at
 * it: what is left to pay after the cores found so far is counted, and nearly nothing of it allowed, so that much follows from little
 * (core-boosted search: Berg, Demirović, Stuckey 2019). Most of the time the last core takes the longest by far, and the optimum is one
 * above it.
 */
export class NearBound {
  private readonly solver: SatSolver;
  private readonly search: CoreGuided;
  private lower = -1;
  /** More than one above the lower bound. */
  private dearer: Literal | null = null;

  constructor(solver: SatSolver, search: CoreGuided) {
    this.solver = solver;
    this.search = search;
  }

  /** Works for about so many conflicts. After true the model is in the solver. */
  step(budget: number): boolean {
    const { solver, search } = this;
    if (this.lower !== search.lower) {
      this.lower = search.lower;
      this.dearer = totalizer(solver, search.remaining(), 2)[1] ?? null;
    }
    return solver.solve(this.dearer === null ? [] : [this.dearer ^ 1], budget) === 'sat';
  }
}
