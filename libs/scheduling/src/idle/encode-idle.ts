import { always, type Literal, never } from '../sat/literal.ts';
import type { SatSolver } from '../sat/solver.ts';
import type { IdleModel } from './idle-model.ts';

/** A person's idle periods in clauses. */
export interface IdleLiterals {
  /** `costs[k]`: more than k idle periods. */
  readonly costs: readonly Literal[];
  readonly meetings: number;
}

/** Counts the person's meetings and runs of meetings slot by slot. O(slots × meetings) clauses. */
export function encodeIdlePeriods(
  solver: SatSolver,
  model: IdleModel,
  person: number,
  busy: readonly Literal[],
): IdleLiterals {
  const meetings = model.meetingsOf[person]!.length;
  if (meetings === 0) return { costs: [], meetings };
  const counts = countMeetings(solver, busy, meetings);
  if (meetings === 1) return { costs: [], meetings };
  const most = mostIdle(model, meetings);
  let runs = counts[0]!;
  const rows: Literal[][] = [];
  for (let run = 1; run <= most + 1; run++) {
    const next = run <= most ? nextRun(solver, busy, runs, model.spread !== null && !someoneIdleless(model)) : null;
    for (const [slot, here] of busy.entries()) {
      if (slot === 0) continue;
      // A run begins: the next one has begun from here on, or there must be none.
      if (next === null) solver.add([here ^ 1, busy[slot - 1]!, runs[slot - 1]! ^ 1]);
      // Begun, idle now and meetings still to come: another run will follow.
      const end = next?.at(-1) ?? never;
      solver.add([counts[meetings - 1]![slot]!, here, runs[slot - 1]! ^ 1, end]);
    }
    if (next === null) break;
    rows.push(next);
    runs = next;
  }
  return { costs: rows.map((row) => row.at(-1)!), meetings };
}

/** `[k][slot]`: more than k meetings up to the slot; exactly as many as the person has in the end (sequential counter, Sinz 2005). */
function countMeetings(solver: SatSolver, busy: readonly Literal[], meetings: number): Literal[][] {
  const slots = busy.length;
  const usable = busy.map((literal) => (literal === never ? 0 : 1));
  const rows = Array.from({ length: meetings }, () => new Array<Literal>(slots).fill(never));
  let sofar = 0;
  let ahead = usable.reduce<number>((sum, one) => sum + one, 0);
  if (ahead < meetings) solver.add([never]);
  for (let slot = 0; slot < slots; slot++) {
    sofar += usable[slot]!;
    ahead -= usable[slot]!;
    for (let k = 0; k < meetings; k++) {
      const before = slot === 0 ? never : rows[k]![slot - 1]!;
      const fewer = k === 0 ? always : slot === 0 ? never : rows[k - 1]![slot - 1]!;
      const here = busy[slot]!;
      if (k >= sofar) continue;
      // So many must have been held, or the slots left do not suffice.
      const count = meetings - ahead > k ? always : here === never ? before : solver.newVariable();
      rows[k]![slot] = count;
      if (count === before) continue;
      solver.add([before ^ 1, count]);
      solver.add([here ^ 1, fewer ^ 1, count]);
      solver.add([count ^ 1, before, here]);
      solver.add([count ^ 1, before, fewer]);
    }
    // Not one more than there are.
    if (slot > 0) solver.add([busy[slot]! ^ 1, rows[meetings - 1]![slot - 1]! ^ 1]);
  }
  return rows;
}

/** Per slot: one run more has begun than `runs` says. With `exact` also not before. */
function nextRun(solver: SatSolver, busy: readonly Literal[], runs: readonly Literal[], exact: boolean): Literal[] {
  const next: Literal[] = [];
  for (const [slot, here] of busy.entries()) {
    const before = next[slot - 1] ?? never;
    if (slot < 2 || here === never) {
      next.push(before);
      continue;
    }
    const now = solver.newVariable();
    solver.add([before ^ 1, now]);
    solver.add([here ^ 1, busy[slot - 1]!, runs[slot - 1]! ^ 1, now]);
    if (exact) {
      solver.add([now ^ 1, before, here]);
      solver.add([now ^ 1, before, busy[slot - 1]! ^ 1]);
      solver.add([now ^ 1, before, runs[slot - 1]!]);
    }
    next.push(now);
  }
  return next;
}

/** Whether somebody has at most one meeting, and so no idle period ever: then nobody may have more than the spread. */
const someoneIdleless = ({ meetingsOf }: IdleModel): boolean => meetingsOf.some(({ length }) => length <= 1);

function mostIdle(model: IdleModel, meetings: number): number {
  const possible = Math.min(meetings - 1, (model.slots - 1) >> 1);
  return model.spread !== null && someoneIdleless(model) ? Math.min(possible, model.spread) : possible;
}

/** Nobody has so many idle periods more than another: "all have at least k" says how many anybody may have. */
export function encodeSpread(solver: SatSolver, model: IdleModel, all: readonly IdleLiterals[]): void {
  const { spread } = model;
  if (spread === null || someoneIdleless(model)) return;
  const deepest = Math.max(0, ...all.map(({ costs }) => costs.length));
  let atLeast: Literal = always;
  for (let k = 0; k + spread < deepest; k++) {
    const next = solver.newVariable();
    solver.add([next ^ 1, atLeast]);
    for (const { costs } of all) {
      solver.add([next ^ 1, costs[k] ?? never]);
      solver.add([next, (costs[k + spread] ?? never) ^ 1]);
    }
    atLeast = next;
  }
}
