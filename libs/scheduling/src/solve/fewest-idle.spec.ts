import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { audit, objectiveOf } from '../audit/audit.ts';
import { emptyProblem, type Problem } from '../problem/problem.ts';
import { solve } from './solve.ts';
import type { Run, RunOptions } from './run.ts';

/** A small problem B with everything that it can have. */
function meetingsDay(seed: number, size = { people: 6, meetings: 7, slots: 5 }): Problem {
  const random = rng(`meetings day ${seed}`);
  const slots = Array.from({ length: size.slots }, (_, at) => ({
    startsAt: at,
    endsAt: at + 1,
    day: 0,
    rooms: random.pick([null, 2, 2, 3]),
  }));
  const all = slots.map((_, at) => at);
  const id = (n: number): string => `p${n}`;
  const wishes = Array.from({ length: size.meetings }, (_, n) => ({
    id: `m${n}`,
    sides: random.sample([...Array(size.people).keys()], random.chance(0.1) ? 3 : 2).map((one) => ({
      organisationId: id(one),
      people: [id(one)],
      need: 'all' as const,
    })),
    weight: 1,
    slots: random.chance(0.2) ? all.slice(0, 3) : null,
    interpreting: null,
  }));
  return {
    ...emptyProblem,
    goal: { kind: 'idle', spread: random.pick([null, 0, 1, 2]) },
    slots,
    people: Array.from({ length: size.people }, (_, n) => ({
      id: id(n),
      organisationId: id(n),
      free: all.filter(() => random.chance(0.9)),
      maximum: null,
      perDay: null,
      gapMinutes: 0,
      zone: null,
    })),
    wishes,
    precedences: random.chance(0.5) ? [['m0', 'm1']] : [],
  };
}

/** Fewest idle periods by trying all slots of all meetings; `null` when there is no plan. */
function fewestByTrying(problem: Problem): number | null {
  let best: number | null = null;
  const slotOf: number[] = [];
  const people = problem.wishes.map(({ sides }) => sides.flatMap((side) => side.people));
  const free = new Map(problem.people.map((one) => [one.id, one.free]));
  const visit = (meeting: number): void => {
    if (meeting === people.length) {
      const meetings = problem.wishes.map(({ id }, at) => ({
        wishId: id,
        slot: slotOf[at]!,
        people: people[at]!,
        interpreterId: null,
      }));
      const idle = objectiveOf(problem, { meetings });
      if (idle < (best ?? Infinity) && audit(problem, { meetings }).length === 0) best = idle;
      return;
    }
    for (const slot of problem.wishes[meeting]!.slots ?? problem.slots.keys()) {
      const full = slotOf.filter((other) => other === slot).length >= (problem.slots[slot]!.rooms ?? Infinity);
      const clashes =
        full ||
        people[meeting]!.some(
          (id) =>
            !free.get(id)!.includes(slot) ||
            slotOf.some((other, at) => at < meeting && other === slot && people[at]!.includes(id)),
        );
      if (clashes) continue;
      slotOf[meeting] = slot;
      visit(meeting + 1);
      slotOf.length = meeting;
    }
  };
  visit(0);
  return best;
}

function run(problem: Problem, options?: RunOptions): Run {
  const search = solve(problem, options);
  while (!search.done) search.step();
  return search;
}

describe('a plan of fewest idle periods', () => {
  it('is proved to be the best, or proved impossible, in step with trying everything', () => {
    const outcomes = { best: 0, impossible: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const problem = meetingsDay(seed);
      const expected = fewestByTrying(problem);
      let search: Run;
      try {
        search = run(problem);
      } catch {
        expect(expected).toBeNull();
        outcomes.impossible++;
        continue;
      }
      const plan = search.best();
      expect(search.progress).toMatchObject({ objective: expected, feasible: expected !== null, proved: true });
      expect(plan && [audit(problem, plan), objectiveOf(problem, plan)]).toEqual(
        expected === null ? null : [[], expected],
      );
      outcomes[expected === null ? 'impossible' : 'best']++;
    }
    expect(Math.min(outcomes.best, outcomes.impossible)).toBeGreaterThan(10);
  });

  it('is the same for the same seed and number of iterations', () => {
    const day = meetingsDay(1, { people: 30, meetings: 80, slots: 14 });
    const problem: Problem = {
      ...day,
      goal: { kind: 'idle', spread: 2 },
      precedences: [],
      slots: day.slots.map((slot) => ({ ...slot, rooms: 6 })),
    };
    for (const iterations of [50_000, 150_000]) {
      const [one, other] = [run(problem, { seed: 3, iterations }), run(problem, { seed: 3, iterations })];
      expect(one.progress).toEqual(other.progress);
      expect(one.progress.proved).toBe(false);
      expect(one.best()).toEqual(other.best());
    }
  });
});
