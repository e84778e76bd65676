import { totalizer } from './cardinality.ts';
import type { Literal } from './literal.ts';
import type { SatSolver } from './solver.ts';

/** Conflicts that making one core smaller may take, so that a step stays short. */
const conflictsACore = 4000;

/** A sum of literals that have been found to cost something together: `next` more of them being false is not assumed yet. */
interface Sum {
  readonly outputs: readonly Literal[];
  next: number;
}

/**
 * Fewest true literals of the given ones, by the core-guided algorithm OLL (Andres, Kaufmann, Matheis, Schaub 2012; Morgado, Dodaro,
 * Marques-Silva 2014): all are assumed false; each set of assumptions that cannot hold together raises the lower bound by one and is
 * replaced by the assumption that not two of it are true, and so on. The first model is then an optimum. Cores are made smaller by
 * solving again without each of their literals in turn. Every step has a budget of conflicts; what was learnt stays.
 */
export class CoreGuided {
  /** No model has fewer. */
  lower = 0;
  private readonly solver: SatSolver;
  private assumptions: Literal[];
  private readonly sums = new Map<Literal, Sum>();

  constructor(solver: SatSolver, costs: readonly Literal[]) {
    this.solver = solver;
    this.assumptions = costs.map((literal) => literal ^ 1);
  }

  /** Works for about so many conflicts. */
  step(budget: number): 'optimal' | 'infeasible' | 'unknown' {
    const { solver } = this;
    const until = solver.conflicts + budget;
    for (;;) {
      const left = until - solver.conflicts;
      if (left <= 0) return 'unknown';
      const answer = solver.solve(this.assumptions, left);
      if (answer === 'unknown') return 'unknown';
      if (answer === 'sat') return 'optimal';
      if (solver.core.length === 0) return 'infeasible';
      this.relax(this.smaller(solver.core));
    }
  }

  /** Leaves literals out of the core while it stays one, for a bounded number of conflicts. */
  private smaller(core: readonly Literal[]): Literal[] {
    const { solver } = this;
    const until = solver.conflicts + conflictsACore;
    let small = [...core];
    if (small.length > 60) return small;
    for (let tries = 0; tries < 3; tries++) {
      if (solver.solve(small, 1000) !== 'unsat' || solver.core.length >= small.length) break;
      small = [...solver.core];
    }
    for (const literal of [...small]) {
      if (solver.conflicts >= until) break;
      if (small.length <= 1 || !small.includes(literal)) continue;
      const without = small.filter((one) => one !== literal);
      if (solver.solve(without, 300) === 'unsat') small = solver.core.length > 0 ? [...solver.core] : without;
    }
    return small;
  }

  private relax(core: readonly Literal[]): void {
    const { solver } = this;
    this.lower++;
    const gone = new Set(core);
    this.assumptions = this.assumptions.filter((literal) => !gone.has(literal));
    for (const literal of core) {
      const sum = this.sums.get(literal);
      if (!sum) continue;
      this.sums.delete(literal);
      this.assume(sum);
    }
    if (core.length === 1) {
      solver.add([core[0]! ^ 1]);
      return;
    }
    solver.add(core.map((literal) => literal ^ 1));
    const outputs = totalizer(
      solver,
      core.map((literal) => literal ^ 1),
      core.length,
    );
    this.assume({ outputs, next: 1 });
  }

  private assume(sum: Sum): void {
    const output = sum.outputs[sum.next];
    if (output === undefined) return;
    sum.next++;
    this.sums.set(output ^ 1, sum);
    this.assumptions.push(output ^ 1);
  }
}
