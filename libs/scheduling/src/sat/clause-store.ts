import type { Literal } from './literal.ts';

/** Words before the literals of a clause: its length, and the decision levels that it joined when learnt (0 for a given one). */
export const header = 2;

/** Clauses one after another in one array; a clause is the position of its header. */
export class ClauseStore {
  words = new Int32Array(1 << 16);
  end = 0;
  /** Words of clauses that were dropped. */
  waste = 0;

  add(literals: readonly Literal[], levels: number): number {
    if (this.end + literals.length + header > this.words.length) {
      const wider = new Int32Array(2 * this.words.length + literals.length);
      wider.set(this.words);
      this.words = wider;
    }
    const clause = this.end;
    this.words[clause] = literals.length;
    this.words[clause + 1] = levels;
    this.words.set(literals, clause + header);
    this.end += literals.length + header;
    return clause;
  }

  size(clause: number): number {
    return this.words[clause]!;
  }

  /** Copies the clauses that `keep` moves on to the front, in order; `moved` hears of each new position. */
  compact(clauses: readonly number[], moved: (from: number, to: number) => void): void {
    let to = 0;
    for (const from of clauses) {
      const length = this.words[from]! + header;
      this.words.copyWithin(to, from, from + length);
      moved(from, to);
      to += length;
    }
    this.end = to;
    this.waste = 0;
  }
}
