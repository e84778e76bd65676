import { atMost, atMostOne } from '../sat/cardinality.ts';
import { always, type Literal, never } from '../sat/literal.ts';
import { SatSolver } from '../sat/solver.ts';
import type { IdleModel } from './idle-model.ts';
import { encodeIdlePeriods, encodeSpread } from './encode-idle.ts';

/** A problem in clauses. */
export interface Encoding {
  readonly solver: SatSolver;
  /** Per meeting and slot: held there; `never` where it cannot be. */
  readonly held: readonly (readonly Literal[])[];
  /** One true literal for each idle period. */
  readonly costs: readonly Literal[];
}

/**
 * Problem B in clauses, after Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret (JAIR 74, 2022), with their implied constraints
 * (each person is busy in as many slots as they have meetings; capacity counted over few people that cover all meetings) and a state of
 * their own: "so many runs of meetings have begun by this slot", of which the last slot's is the number of idle periods.
 */
export function encode(model: IdleModel): Encoding {
  const solver = new SatSolver();
  solver.newVariable(true);
  solver.add([always]);
  const held = model.domain.map((domain) => {
    const row = new Array<Literal>(model.slots).fill(never);
    for (const slot of domain) row[slot] = solver.newVariable();
    return row;
  });
  const upTo = held.map((row) => encodeOneSlot(solver, row));
  for (const [before, after] of model.precedences)
    for (let slot = 0; slot < model.slots; slot++)
      solver.add([upTo[after]![slot]! ^ 1, slot === 0 ? never : upTo[before]![slot - 1]!]);
  const busy = model.meetingsOf.map((meetings) => encodeBusy(solver, model, meetings, held));
  encodeRooms(solver, model, held, busy);
  if (model.peopleOf.length > 0) encodeCrowds(solver, model, busy);
  const runs = busy.map((row, person) => encodeIdlePeriods(solver, model, person, row));
  encodeSpread(solver, model, runs);
  return { solver, held, costs: runs.flatMap(({ costs }) => costs) };
}

/** Exactly one slot; answers, per slot, "held there or before" (order encoding). */
function encodeOneSlot(solver: SatSolver, row: readonly Literal[]): Literal[] {
  solver.add(row);
  const upTo: Literal[] = [];
  let before: Literal = never;
  for (const [slot, here] of row.entries()) {
    const last = row.slice(slot + 1).every((literal) => literal === never);
    const now = here === never ? before : last ? always : before === never ? here : solver.newVariable();
    if (here !== never && before !== never) {
      solver.add([before ^ 1, here ^ 1]);
      solver.add([before ^ 1, now]);
      solver.add([here ^ 1, now]);
      solver.add([now ^ 1, before, here]);
    }
    upTo.push(now);
    before = now;
  }
  return upTo;
}

/** Per slot whether the person has a meeting there, of which there is at most one. */
function encodeBusy(
  solver: SatSolver,
  model: IdleModel,
  meetings: readonly number[],
  held: readonly (readonly Literal[])[],
): Literal[] {
  return Array.from({ length: model.slots }, (_, slot) => {
    const here = meetings.map((meeting) => held[meeting]![slot]!).filter((literal) => literal !== never);
    if (here.length <= 1) return here[0] ?? never;
    atMostOne(solver, here);
    const busy = solver.newVariable();
    solver.add([busy ^ 1, ...here]);
    for (const one of here) solver.add([one ^ 1, busy]);
    return busy;
  });
}

/** Not more meetings in a slot than rooms, counted over people who between them have all meetings: each is counted once. */
function encodeRooms(
  solver: SatSolver,
  model: IdleModel,
  held: readonly (readonly Literal[])[],
  busy: readonly (readonly Literal[])[],
): void {
  const groups = coverOf(model);
  for (let slot = 0; slot < model.slots; slot++) {
    const counted = groups.map(({ person, meetings }) => {
      if (meetings.length === model.meetingsOf[person]!.length) return busy[person]![slot]!;
      const here = meetings.map((meeting) => held[meeting]![slot]!).filter((literal) => literal !== never);
      if (here.length <= 1) return here[0] ?? never;
      const any = solver.newVariable();
      for (const one of here) solver.add([one ^ 1, any]);
      return any;
    });
    atMost(
      solver,
      counted.filter((literal) => literal !== never),
      model.rooms[slot]!,
    );
  }
}

/**
 * The same in numbers of people, which meetings of one size follow: not more busy people than the rooms hold, and, since the other slots
 * cannot take everything, not fewer than are left for this one.
 */
function encodeCrowds(solver: SatSolver, model: IdleModel, busy: readonly (readonly Literal[])[]): void {
  const sizes = model.peopleOf.map(({ length }) => length);
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  const holds = model.rooms.map((rooms, slot) =>
    Math.min(rooms, Math.floor(busy.filter((row) => row[slot] !== never).length / least)),
  );
  const inAll = holds.reduce((sum, one) => sum + one, 0);
  for (let slot = 0; slot < model.slots; slot++) {
    const here = busy.map((row) => row[slot]!).filter((literal) => literal !== never);
    atMost(solver, here, most * model.rooms[slot]!);
    const needed = least * (model.peopleOf.length - (inAll - holds[slot]!));
    const idle = here.map((literal) => literal ^ 1);
    if (needed > here.length) solver.add([never]);
    else if (needed > 0) atMost(solver, idle, here.length - needed);
  }
}

/** People with all meetings between them, the busiest first, and for each the meetings that none before them has. */
function coverOf(model: IdleModel): { person: number; meetings: readonly number[] }[] {
  const groups: { person: number; meetings: readonly number[] }[] = [];
  const open = model.meetingsOf.map((meetings) => new Set(meetings));
  for (;;) {
    let person = 0;
    for (let other = 1; other < open.length; other++) if (open[other]!.size > open[person]!.size) person = other;
    const meetings = [...(open[person] ?? [])];
    if (meetings.length === 0) return groups;
    groups.push({ person, meetings });
    for (const own of open) for (const meeting of meetings) own.delete(meeting);
  }
}
