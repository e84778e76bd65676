import { ClauseStore, header } from './clause-store.ts';
import type { Literal } from './literal.ts';
import { Restarts } from './restarts.ts';
import { TargetPhases } from './target-phases.ts';
import { VariableOrder } from './variable-order.ts';

const noReason = -1;

/**
 * A solver for propositional satisfiability by conflict-driven clause learning: two watched literals with blockers, first unique
 * implication point, minimised clauses, activity order with saved and target phases, restarts, reduction of learnt clauses by the levels they join
 * (Marques-Silva and Sakallah 1999; Moskewicz et al. 2001; Eén and Sörensson 2003; Audemard and Simon 2009). Clauses may be added
 * between calls, and a call may assume literals; what was learnt stays. Deterministic; exponential in the worst case, so that every
 * call has a budget of conflicts and can be taken up again.
 */
export class SatSolver {
  /** Per literal: 1 true, -1 false, 0 open. */
  value = new Int8Array(128);
  /** Assumptions that cannot hold together, after `unsat`; empty when the clauses contradict each other by themselves. */
  core: Literal[] = [];
  conflicts = 0;
  private variables = 0;
  private level = new Int32Array(64);
  private reason = new Int32Array(64);
  private phase = new Int8Array(64);
  private readonly target = new TargetPhases();
  private seen = new Uint8Array(64);
  private readonly watches: number[][] = [];
  private readonly store = new ClauseStore();
  private given: number[] = [];
  private learnt: number[] = [];
  private readonly trail: Literal[] = [];
  private readonly levels: number[] = [];
  private head = 0;
  private readonly order = new VariableOrder();
  private readonly restarts = new Restarts();
  private contradiction = false;
  private learntLimit = 4000;
  private readonly levelStamp = new Map<number, number>();

  newVariable(phase = false): Literal {
    const variable = this.variables++;
    if (2 * variable + 2 > this.value.length) this.widen();
    this.phase[variable] = phase ? 1 : 0;
    this.reason[variable] = noReason;
    this.watches.push([], []);
    this.order.add(variable);
    return 2 * variable;
  }

  /** The value that the variable is tried with first. */
  prefer(literal: Literal): void {
    this.phase[literal >> 1] = 1 - (literal & 1);
    this.target.forget(literal >> 1);
  }

  /** Adds a clause. May be called between solves only. */
  add(literals: readonly Literal[]): void {
    this.backtrack(0);
    if (this.contradiction) return;
    const own: Literal[] = [];
    for (const literal of [...literals].sort((a, b) => a - b)) {
      if (this.value[literal] === 1 || own.at(-1) === (literal ^ 1)) return;
      if (this.value[literal] !== -1 && own.at(-1) !== literal) own.push(literal);
    }
    if (own.length === 0) this.contradiction = true;
    else if (own.length === 1) {
      this.assign(own[0]!, noReason);
      if (this.propagate() >= 0) this.contradiction = true;
    } else {
      const clause = this.store.add(own, 0);
      this.given.push(clause);
      this.watch(clause);
    }
  }

  /** Whether all clauses and assumptions can hold; `unknown` when the budget of conflicts is spent. The model is in `value`. */
  solve(assumptions: readonly Literal[], budget: number): 'sat' | 'unsat' | 'unknown' {
    this.backtrack(0);
    this.core = [];
    const until = this.conflicts + budget;
    while (!this.contradiction) {
      const conflict = this.propagate();
      if (conflict >= 0) {
        this.conflicts++;
        this.target.note(this.trail, this.levels.at(-1) ?? 0, this.restarts.stable);
        if (this.levels.length === 0) this.contradiction = true;
        else this.learn(conflict);
        continue;
      }
      if (this.conflicts >= until) {
        this.backtrack(0);
        return 'unknown';
      }
      if (this.restarts.due()) this.backtrack(Math.min(this.levels.length, assumptions.length));
      if (this.learnt.length > this.learntLimit + this.trail.length) this.reduce();
      const next = this.decide(assumptions);
      if (next === -2) return 'unsat';
      if (next === -1) return 'sat';
      this.levels.push(this.trail.length);
      this.assign(next, noReason);
    }
    return 'unsat';
  }

  /** What the last model says of the literal; valid until a clause is added or the next solve. */
  isTrue(literal: Literal): boolean {
    return this.value[literal] === 1;
  }

  /** The next literal to try: assumptions in order, then by activity; -1 when all are set, -2 when an assumption fails. */
  private decide(assumptions: readonly Literal[]): Literal {
    while (this.levels.length < assumptions.length) {
      const literal = assumptions[this.levels.length]!;
      if (this.value[literal] === -1) {
        this.core = this.why(literal);
        return -2;
      }
      if (this.value[literal] === 0) return literal;
      this.levels.push(this.trail.length);
    }
    for (;;) {
      const variable = this.order.pop();
      if (variable < 0) return -1;
      if (this.value[2 * variable] !== 0) continue;
      const target = this.target.of(variable);
      return 2 * variable + 1 - (target >= 0 ? target : this.phase[variable]!);
    }
  }

  private assign(literal: Literal, reason: number): void {
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    const variable = literal >> 1;
    this.level[variable] = this.levels.length;
    this.reason[variable] = reason;
    this.trail.push(literal);
  }

  private backtrack(to: number): void {
    if (this.levels.length <= to) return;
    const start = this.levels[to]!;
    for (let at = this.trail.length - 1; at >= start; at--) {
      const literal = this.trail[at]!;
      this.value[literal] = 0;
      this.value[literal ^ 1] = 0;
      this.phase[literal >> 1] = 1 - (literal & 1);
      this.order.insert(literal >> 1);
    }
    this.trail.length = start;
    this.levels.length = to;
    this.head = start;
  }

  private watch(clause: number): void {
    const { words } = this.store;
    const [one, other] = [words[clause + header]!, words[clause + header + 1]!];
    const binary = words[clause] === 2 ? 1 : 0;
    this.watches[one]!.push(2 * clause + binary, other);
    this.watches[other]!.push(2 * clause + binary, one);
  }

  /** Sets all that follows; the clause that cannot hold, or -1. */
  private propagate(): number {
    const { value, trail, watches } = this;
    const { words } = this.store;
    while (this.head < trail.length) {
      const gone = trail[this.head++]! ^ 1;
      const list = watches[gone]!;
      const count = list.length;
      let to = 0;
      for (let from = 0; from < count; from += 2) {
        const watched = list[from]!;
        const blocker = list[from + 1]!;
        const state = value[blocker]!;
        if (state === 1) {
          list[to++] = watched;
          list[to++] = blocker;
          continue;
        }
        const clause = watched >> 1;
        if ((watched & 1) === 1) {
          list[to++] = watched;
          list[to++] = blocker;
          if (state === 0) this.assign(blocker, clause);
          else {
            for (let rest = from + 2; rest < count; rest++) list[to++] = list[rest]!;
            list.length = to;
            return clause;
          }
          continue;
        }
        const first = clause + header;
        if (words[first] === gone) {
          words[first] = words[first + 1]!;
          words[first + 1] = gone;
        }
        const other = words[first]!;
        if (other !== blocker && value[other] === 1) {
          list[to++] = watched;
          list[to++] = other;
          continue;
        }
        const end = first + words[clause]!;
        let at = first + 2;
        while (at < end && value[words[at]!] === -1) at++;
        if (at < end) {
          const replacement = words[at]!;
          words[first + 1] = replacement;
          words[at] = gone;
          watches[replacement]!.push(watched, other);
          continue;
        }
        list[to++] = watched;
        list[to++] = other;
        if (value[other] === -1) {
          for (let rest = from + 2; rest < count; rest++) list[to++] = list[rest]!;
          list.length = to;
          return clause;
        }
        this.assign(other, clause);
      }
      list.length = to;
    }
    return -1;
  }

  /** Learns the first unique implication point of the conflict and goes back to where it asserts a literal. */
  private learn(conflict: number): void {
    const { seen, level, reason, trail } = this;
    const { words } = this.store;
    const clause: Literal[] = [0];
    const here = this.levels.length;
    let open = 0;
    let at = trail.length - 1;
    let literal = -1;
    let from = conflict;
    do {
      const end = from + header + words[from]!;
      for (let word = from + header; word < end; word++) {
        const other = words[word]!;
        const variable = other >> 1;
        if (other === literal || seen[variable] === 1 || level[variable] === 0) continue;
        seen[variable] = 1;
        this.order.bump(variable);
        if (level[variable] === here) open++;
        else clause.push(other);
      }
      while (seen[trail[at]! >> 1] === 0) at--;
      literal = trail[at]!;
      from = reason[literal >> 1]!;
      seen[literal >> 1] = 0;
      at--;
      open--;
    } while (open > 0);
    clause[0] = literal ^ 1;
    const kept = this.minimised(clause);
    for (const other of clause) seen[other >> 1] = 0;
    const levels = this.levelsOf(kept);
    this.order.decay(this.restarts.stable ? 0.97 : 0.93);
    this.restarts.learnt(levels);
    if (kept.length === 1) {
      this.backtrack(0);
      this.assign(kept[0]!, noReason);
      return;
    }
    let deepest = 1;
    for (let n = 2; n < kept.length; n++) if (level[kept[n]! >> 1]! > level[kept[deepest]! >> 1]!) deepest = n;
    [kept[1], kept[deepest]] = [kept[deepest]!, kept[1]!];
    this.backtrack(level[kept[1]! >> 1]!);
    const learnt = this.store.add(kept, levels);
    this.learnt.push(learnt);
    this.watch(learnt);
    this.assign(kept[0]!, learnt);
  }

  /** Leaves out what the rest of the clause implies, recursively (Sörensson and Biere 2009). `seen` marks the clause. */
  private minimised(clause: readonly Literal[]): Literal[] {
    const marked: number[] = [];
    const kept = clause.filter((literal, at) => at === 0 || !this.implied(literal, marked));
    for (const variable of marked) this.seen[variable] = 0;
    return kept;
  }

  private implied(literal: Literal, marked: number[]): boolean {
    const { seen, level, reason } = this;
    const { words } = this.store;
    if (reason[literal >> 1] === noReason) return false;
    const from = marked.length;
    const stack = [literal];
    while (stack.length > 0) {
      const top = stack.pop()!;
      const why = reason[top >> 1]!;
      const end = why + header + words[why]!;
      for (let word = why + header; word < end; word++) {
        const variable = words[word]! >> 1;
        if (variable === top >> 1 || seen[variable] === 1 || level[variable] === 0) continue;
        if (reason[variable] === noReason) {
          while (marked.length > from) seen[marked.pop()!] = 0;
          return false;
        }
        seen[variable] = 1;
        marked.push(variable);
        stack.push(words[word]!);
      }
    }
    return true;
  }

  private levelsOf(clause: readonly Literal[]): number {
    this.levelStamp.clear();
    for (const literal of clause) this.levelStamp.set(this.level[literal >> 1]!, 1);
    return this.levelStamp.size;
  }

  /** Assumptions that together make the literal false, itself among them. */
  private why(literal: Literal): Literal[] {
    const { seen, level, reason, trail } = this;
    const { words } = this.store;
    const found = [literal];
    if (level[literal >> 1] === 0) return found;
    seen[literal >> 1] = 1;
    for (let at = trail.length - 1; at >= (this.levels[0] ?? 0); at--) {
      const variable = trail[at]! >> 1;
      if (seen[variable] === 0) continue;
      seen[variable] = 0;
      const why = reason[variable]!;
      if (why === noReason) {
        found.push(trail[at]!);
        continue;
      }
      const end = why + header + words[why]!;
      for (let word = why + header; word < end; word++)
        if (level[words[word]! >> 1]! > 0 && words[word]! >> 1 !== variable) seen[words[word]! >> 1] = 1;
    }
    return found;
  }

  /** Drops the worse half of the learnt clauses, those that join many levels. */
  private reduce(): void {
    const { words } = this.store;
    const rank = (clause: number): number => words[clause + 1]! * 1000 + Math.min(999, words[clause]!);
    const locked = (clause: number): boolean =>
      this.value[words[clause + header]!] === 1 && this.reason[words[clause + header]! >> 1] === clause;
    const droppable = this.learnt.filter((clause) => words[clause + 1]! > 2 && words[clause]! > 2 && !locked(clause));
    droppable.sort((a, b) => rank(a) - rank(b) || b - a);
    const dropped = new Set(droppable.slice(droppable.length >> 1));
    this.learnt = this.learnt.filter((clause) => !dropped.has(clause));
    this.learntLimit += 300;
    this.compact();
  }

  private compact(): void {
    const moved = new Map<number, number>();
    const all = [...this.given, ...this.learnt].sort((a, b) => a - b);
    this.store.compact(all, (from, to) => moved.set(from, to));
    this.given = this.given.map((clause) => moved.get(clause)!);
    this.learnt = this.learnt.map((clause) => moved.get(clause)!);
    for (const literal of this.trail) {
      const reason = this.reason[literal >> 1]!;
      if (reason >= 0) this.reason[literal >> 1] = moved.get(reason) ?? noReason;
    }
    for (const list of this.watches) {
      let to = 0;
      for (let at = 0; at < list.length; at += 2) {
        const clause = moved.get(list[at]! >> 1);
        if (clause === undefined) continue;
        list[to++] = 2 * clause + (list[at]! & 1);
        list[to++] = list[at + 1]!;
      }
      list.length = to;
    }
  }

  private widen(): void {
    const wide = <T extends Int8Array | Int32Array | Uint8Array>(old: T, to: T): T => {
      to.set(old);
      return to;
    };
    const size = this.variables * 2;
    this.value = wide(this.value, new Int8Array(2 * size));
    this.level = wide(this.level, new Int32Array(size));
    this.reason = wide(this.reason, new Int32Array(size));
    this.phase = wide(this.phase, new Int8Array(size));
    this.target.widen(size);
    this.seen = wide(this.seen, new Uint8Array(size));
  }
}
