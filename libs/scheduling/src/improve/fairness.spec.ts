import { describe, expect, it } from '@jest/globals';
import { audit } from '../audit/audit.ts';
import { emptyProblem, type Plan, type Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';

const slotsOf = (count: number, rooms: number | null) =>
  Array.from({ length: count }, (_, at) => ({ startsAt: at * 30, endsAt: at * 30 + 25, day: 0, rooms }));

/** People of an organisation each, by name: when they are free, and how many meetings they take. */
const event = (
  people: Record<string, { free: readonly number[]; maximum?: number }>,
  wishes: Record<string, number>,
  rooms: number | null = null,
): Problem => ({
  ...emptyProblem,
  slots: slotsOf(4, rooms),
  people: Object.entries(people).map(([id, { free, maximum = null }]) => ({
    ...{ id, organisationId: `of ${id}`, free, maximum, perDay: null, gapMinutes: 0, zone: null },
  })),
  wishes: Object.entries(wishes).map(([id, weight]) => ({
    ...{ id, weight, slots: null, interpreting: null },
    sides: [...id].map((person) => ({ organisationId: `of ${person}`, people: [person], need: 'all' })),
  })),
});

const planned = (problem: Problem, steps = Infinity): Plan => {
  const run = solve(problem);
  for (let step = 0; step === 0 || (step < steps && !run.done); step++) run.step();
  const plan = run.finish()!;
  expect(audit(problem, plan)).toEqual([]);
  return plan;
};
const held = (problem: Problem, steps?: number): string[] =>
  planned(problem, steps).meetings.map(({ wishId }) => wishId);

describe('meetings are shared out', () => {
  /** P takes two, and may give up the heavier one, since Y has another. */
  const maximum = event(
    {
      P: { free: [0, 1, 2], maximum: 2 },
      X: { free: [0] },
      Y: { free: [1, 3] },
      Z: { free: [2] },
      W: { free: [3] },
    },
    { PX: 10, PY: 100, PZ: 5, YW: 20 },
  );
  /** Two rooms: C and D meet others, too, so theirs is the one to give up. */
  const rooms = event(
    {
      ...{ A: { free: [0] }, B: { free: [0] }, C: { free: [0, 1] }, D: { free: [0, 1] } },
      ...{ E: { free: [1] }, F: { free: [1] }, Q: { free: [0] }, Z: { free: [0] } },
    },
    { AB: 10, CD: 100, CE: 20, DF: 20, QZ: 5 },
    2,
  );

  it('where the one with the maximum gives up a meeting that is worth more, of somebody who has another', () => {
    expect(held(maximum).sort()).toEqual(['PX', 'PZ', 'YW']);
  });

  it('where no room is left, a meeting of people who have others', () => {
    expect(held(rooms).sort()).toEqual(['AB', 'CE', 'DF', 'QZ']);
  });

  it('in a plan that is stopped at its first step, too', () => {
    expect(held(maximum, 1).sort()).toEqual(['PX', 'PZ', 'YW']);
  });

  it('to organisations before people', () => {
    // K and L are colleagues, K meets M already; N's organisation has nothing else than L.
    const { people, ...rest } = event(
      { K: { free: [0] }, L: { free: [1], maximum: 1 }, M: { free: [0, 1] }, N: { free: [1] } },
      { KM: 10, LM: 100, LN: 5 },
    );
    const colleagues = { organisationId: 'of K' };
    const problem = {
      ...rest,
      people: people.map((person) => (person.id === 'L' ? { ...person, ...colleagues } : person)),
      wishes: rest.wishes.map((wish) => ({
        ...wish,
        sides: wish.sides.map((side) => (side.people[0] === 'L' ? { ...side, ...colleagues } : side)),
      })),
    };
    expect(held(problem).sort()).toEqual(['KM', 'LN']);
  });
});
