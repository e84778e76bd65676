import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atMost } from './cardinality.ts';
import { CoreGuided } from './core-guided.ts';
import type { Literal } from './literal.ts';
import { luby } from './restarts.ts';
import { SatSolver } from './solver.ts';

const variables = 8;
const literal = fc.integer({ min: 0, max: 2 * variables - 1 });
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 40 });

/** Models as sets of bits, by trying all. */
function models(all: readonly (readonly Literal[])[]): number[] {
  const holds = (bits: number, one: Literal): boolean => ((bits >> (one >> 1)) & 1) === 1 - (one & 1);
  return Array.from({ length: 1 << variables }, (_, bits) => bits).filter((bits) =>
    all.every((clause) => clause.some((one) => holds(bits, one))),
  );
}

function solverOf(all: readonly (readonly Literal[])[]): SatSolver {
  const solver = new SatSolver();
  for (let n = 0; n < variables; n++) solver.newVariable();
  for (const clause of all) solver.add(clause);
  return solver;
}

describe('the satisfiability solver', () => {
  it('finds models, and cores of assumptions that cannot hold, in step with trying everything', () => {
    fc.assert(
      fc.property(clauses, fc.array(literal, { maxLength: 5 }), (all, assumptions) => {
        const solver = solverOf(all);
        const expected = models([...all, ...assumptions.map((one) => [one])]).length > 0;
        expect(solver.solve(assumptions, Infinity)).toBe(expected ? 'sat' : 'unsat');
        if (expected) expect(all.every((clause) => clause.some((one) => solver.isTrue(one)))).toBe(true);
        else {
          expect(assumptions).toEqual(expect.arrayContaining(solver.core));
          expect(models([...all, ...solver.core.map((one) => [one])])).toEqual([]);
        }
        expect(solver.solve([], Infinity)).toBe(models(all).length > 0 ? 'sat' : 'unsat');
      }),
      { numRuns: 400 },
    );
  });

  it('proves that eight pigeons do not fit into seven holes, in pieces, dropping learnt clauses on the way', () => {
    const solver = new SatSolver();
    const at = Array.from({ length: 8 }, () => Array.from({ length: 7 }, () => solver.newVariable()));
    for (const pigeon of at) solver.add(pigeon);
    for (let hole = 0; hole < 7; hole++)
      atMost(
        solver,
        at.map((row) => row[hole]!),
        1,
      );
    let pieces = 0;
    while (solver.solve([], 100) === 'unknown') pieces++;
    expect(solver.solve([], 100)).toBe('unsat');
    expect(pieces).toBeGreaterThan(3);
  });

  it('counts at most so many, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: variables }),
        fc.array(literal, { maxLength: variables }),
        (most, assumptions) => {
          const solver = solverOf([]);
          atMost(
            solver,
            Array.from({ length: variables }, (_, n) => 2 * n),
            most,
          );
          const wanted = new Set(assumptions);
          const contradictory = assumptions.some((one) => wanted.has(one ^ 1));
          const count = [...wanted].filter((one) => (one & 1) === 0).length;
          expect(solver.solve(assumptions, Infinity)).toBe(contradictory || count > most ? 'unsat' : 'sat');
        },
      ),
    );
  });

  it('restarts by the sequence of Luby', () => {
    expect(Array.from({ length: 15 }, (_, at) => luby(at + 1))).toEqual([1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
  });
});

describe('the core-guided search', () => {
  it('finds the fewest true literals, or that there is no model', () => {
    fc.assert(
      fc.property(clauses, (all) => {
        const solver = solverOf(all);
        const search = new CoreGuided(
          solver,
          Array.from({ length: variables }, (_, n) => 2 * n),
        );
        let answer = search.step(10);
        while (answer === 'unknown') answer = search.step(10);
        const costs = models(all).map((bits) => bits.toString(2).replaceAll('0', '').length);
        expect(answer).toBe(costs.length > 0 ? 'optimal' : 'infeasible');
        if (costs.length > 0) expect(search.lower).toBe(Math.min(...costs));
      }),
      { numRuns: 300 },
    );
  });
});
