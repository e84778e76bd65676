import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { scheduledEvent } from '@musubi/testing/scheduling';
import { audit, objectiveOf } from '../audit/audit.ts';
import { Board } from '../board/board.ts';
import { load } from '../board/load.ts';
import { compile } from '../model/compile.ts';
import { placeFixed } from '../place/fixed.ts';
import { diagnose } from '../problem/diagnose.ts';
import { emptyProblem, type Plan, type Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';

const planned = (problem: Problem, steps = Infinity): Plan => {
  const run = solve(problem, { seed: 3 });
  for (let n = 0; n < steps && !run.done; n++) run.step();
  return run.finish()!;
};

/** Some of the people have promised some of their slots elsewhere. */
function promising(seed: number): Problem {
  const problem = scheduledEvent(`promises ${seed}`, { people: 60, wishes: 220, slots: 24, fixed: 0.05 });
  const random = rng(`promised ${seed}`);
  const people = problem.people.map((one) =>
    random.chance(0.4) ? { ...one, promised: one.free.filter(() => random.chance(0.3)) } : one,
  );
  return { ...problem, people };
}

/** Meetings in slots that one of their people has promised elsewhere. */
function inPromised({ people, fixed }: Problem, { meetings }: Plan): Plan['meetings'][number][] {
  const promised = new Map(people.map((one) => [one.id, one.promised ?? []]));
  const stands = new Set(fixed.map(({ wishId }) => wishId));
  return meetings.filter(
    (one) => !stands.has(one.wishId) && one.people.some((id) => promised.get(id)!.includes(one.slot)),
  );
}

/** Slots to which the meeting could go by itself, with the same people and interpreter, and that none of them has promised. */
function elsewhere(problem: Problem, plan: Plan, { wishId, people }: Plan['meetings'][number]): number[] {
  const board = new Board(compile(problem));
  placeFixed(board);
  expect(load(board, plan)).toEqual([]);
  const wish = board.model.wishNumber.get(wishId)!;
  const chosen = board.chosen[wish] ?? [];
  board.remove(wish);
  const promised = new Set(problem.people.flatMap((one) => (people.includes(one.id) ? (one.promised ?? []) : [])));
  const open = (slot: number) => board.fits(wish, slot) && chosen.every((actor) => board.available(actor, slot));
  return problem.slots.flatMap((_, slot) => (!promised.has(slot) && open(slot) ? [slot] : []));
}

describe('slots that are promised elsewhere', () => {
  it('are taken only where a meeting can be nowhere else, and cost nobody a meeting', () => {
    for (const seed of [1, 2, 3, 4]) {
      const problem = promising(seed);
      const plan = planned(problem);
      expect(audit(problem, plan)).toEqual([]);
      for (const one of inPromised(problem, plan)) expect(elsewhere(problem, plan, one)).toEqual([]);
      const careless = { ...problem, people: problem.people.map(({ promised: _, ...one }) => one) };
      const otherwise = planned(careless);
      expect(inPromised(problem, plan).length).toBeLessThan(inPromised(problem, otherwise).length / 2);
      expect(objectiveOf(problem, plan)).toBeGreaterThan(0.99 * objectiveOf(problem, otherwise));
    }
  });

  it('are left alone also in a plan that is stopped early', () => {
    const problem = promising(9);
    const plan = planned(problem, 2);
    expect(audit(problem, plan)).toEqual([]);
    for (const one of inPromised(problem, plan)) expect(elsewhere(problem, plan, one)).toEqual([]);
  });

  it('are taken last: the other slot first, both where there are two meetings', () => {
    for (const promised of [0, 1]) {
      const one = planned(threesome(promised, ['ada-bo'])).meetings;
      expect(one.map(({ slot }) => slot)).toEqual([1 - promised]);
      const both = planned(threesome(promised, ['ada-bo', 'ada-chie'])).meetings;
      expect(both.map(({ slot }) => slot)).toEqual([0, 1]);
    }
  });

  it('have to be there', () => {
    const [ada, ...others] = threesome(0, ['ada-bo']).people;
    const problem = { ...threesome(0, ['ada-bo']), people: [{ ...ada!, promised: [7] }, ...others] };
    expect(diagnose(problem)).toContainEqual(
      expect.objectContaining({ code: 'unknown_slot', ids: ['ada'], slots: [7] }),
    );
  });
});

/** Two slots, of which Ada has promised one. */
const threesome = (promised: number, wishes: readonly string[]): Problem => ({
  ...emptyProblem,
  slots: [0, 1].map((at) => ({ startsAt: at * 30, endsAt: at * 30 + 25, day: 0, rooms: null })),
  people: ['ada', 'bo', 'chie'].map((id) => ({
    ...{ id, organisationId: id, free: [0, 1], maximum: null, perDay: null, gapMinutes: 0, zone: null },
    ...(id === 'ada' ? { promised: [promised] } : {}),
  })),
  wishes: wishes.map((id) => ({
    ...{ id, weight: 10, slots: null, interpreting: null },
    sides: id.split('-').map((person) => ({ organisationId: person, people: [person], need: 'all' as const })),
  })),
});
