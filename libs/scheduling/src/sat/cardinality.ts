import type { Literal } from './literal.ts';
import type { SatSolver } from './solver.ts';

/** At most one of the literals: pairwise for a few, with a ladder for more. */
export function atMostOne(solver: SatSolver, literals: readonly Literal[]): void {
  if (literals.length <= 6) {
    for (const [at, one] of literals.entries())
      for (const other of literals.slice(at + 1)) solver.add([one ^ 1, other ^ 1]);
    return;
  }
  let before: Literal | null = null;
  for (const [at, one] of literals.entries()) {
    if (before !== null) solver.add([before ^ 1, one ^ 1]);
    if (at === literals.length - 1) break;
    const upTo = solver.newVariable();
    solver.add([one ^ 1, upTo]);
    if (before !== null) solver.add([before ^ 1, upTo]);
    before = upTo;
  }
}

/**
 * Literals that are true when at least 1, 2, … of the given are (Bailleux and Boufkhad 2003), up to `most` of them; nothing is said the
 * other way round. O(n × most × log n) clauses.
 */
export function totalizer(solver: SatSolver, literals: readonly Literal[], most: number): Literal[] {
  if (literals.length <= 1) return [...literals];
  const half = literals.length >> 1;
  const left = totalizer(solver, literals.slice(0, half), most);
  const right = totalizer(solver, literals.slice(half), most);
  const out = Array.from({ length: Math.min(most, left.length + right.length) }, () => solver.newVariable());
  for (let a = 0; a <= left.length; a++)
    for (let b = 0; b <= right.length; b++) {
      const count = Math.min(a + b, most);
      if (count === 0) continue;
      const clause = [out[count - 1]!];
      if (a > 0) clause.push(left[a - 1]! ^ 1);
      if (b > 0) clause.push(right[b - 1]! ^ 1);
      solver.add(clause);
    }
  for (let at = 1; at < out.length; at++) solver.add([out[at]! ^ 1, out[at - 1]!]);
  return out;
}

export function atMost(solver: SatSolver, literals: readonly Literal[], most: number): void {
  if (literals.length <= most) return;
  if (most === 1) {
    atMostOne(solver, literals);
    return;
  }
  solver.add([totalizer(solver, literals, most + 1)[most]! ^ 1]);
}
