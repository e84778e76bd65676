import { describe, expect, it } from '@jest/globals';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit, objectiveOf } from '../audit/audit.ts';
import { onlyEmptySlots } from '../repair/only-empty.ts';
import type { Plan, PlannedMeeting, Problem } from '../problem/problem.ts';
import { solve } from './solve.ts';
import type { Run, RunOptions } from './run.ts';

const event = scheduledEvent('spec', {
  people: 120,
  wishes: 900,
  slots: 16,
  rooms: 50,
  interpreters: 4,
  interpreted: 0.1,
});
const smallOnes = Array.from({ length: 60 }, (_, seed) => smallEvent(seed));

function run(problem: Problem, options?: RunOptions): Run {
  const search = solve(problem, options);
  while (!search.done) search.step();
  return search;
}

const planned = (problem: Problem, options?: RunOptions): Plan => run(problem, options).best()!;

/** The best value there is, by trying every slot and every choice of people for every wish. */
function bestByTrying(
  problem: Problem,
  valueOf: (problem: Problem, plan: Plan) => number,
  from = 0,
  meetings: readonly PlannedMeeting[] = [],
): number {
  const wish = problem.wishes[from];
  if (!wish) return meetings.length === 0 ? 0 : valueOf(problem, { meetings });
  let best = bestByTrying(problem, valueOf, from + 1, meetings);
  const free: Problem = { ...problem, fixed: [] };
  for (const slot of problem.slots.keys())
    for (const people of wish.sides.reduce<string[][]>(
      (all, side) =>
        all.flatMap((so) => (side.need === 'all' ? [[...so, ...side.people]] : side.people.map((one) => [...so, one]))),
      [[]],
    ))
      for (const interpreterId of wish.interpreting === null ? [null] : problem.interpreters.map(({ id }) => id)) {
        const more = [...meetings, { wishId: wish.id, slot, people, interpreterId }];
        if (audit(free, { meetings: more }).length === 0)
          best = Math.max(best, bestByTrying(problem, valueOf, from + 1, more));
      }
  return best;
}

/** Organisations that have a meeting count before people who have one, and they before weight. */
function fairValueOf(problem: Problem, plan: Plan): number {
  const [organisations, people] = servedBy(problem, plan.meetings);
  return (organisations * 10 + people) * 1000 + objectiveOf(problem, plan);
}

describe('a plan of most weight', () => {
  it('breaks no rule, in small events with everything in them and in a middling one', () => {
    for (const problem of [...smallOnes, event]) {
      const search = run(problem);
      const plan = search.best()!;
      const { objective, bound } = search.progress;
      expect([audit(problem, plan), objectiveOf(problem, plan)]).toEqual([[], objective]);
      expect(bound).toBeGreaterThanOrEqual(objective!);
    }
  });

  it('is the best there is or near it, and the bound is never below the heaviest', () => {
    const short: number[] = [];
    for (let seed = 0; seed < 20; seed++) {
      const drawn = smallEvent(`tried ${seed}`, { people: 5, wishes: 3, slots: 3 });
      // What is worth nothing would be held only where it is fixed.
      const wishes = drawn.wishes.map((wish) => ({ ...wish, weight: wish.weight + 1 }));
      const problem = { ...drawn, fixed: [], wishes };
      const search = run(problem);
      const { objective, bound } = search.progress;
      const heaviest = bestByTrying(problem, objectiveOf);
      expect(bound).toBeGreaterThanOrEqual(heaviest);
      expect(objective).toBeLessThanOrEqual(heaviest);
      const missed = bestByTrying(problem, fairValueOf) - fairValueOf(problem, search.best()!);
      if (missed > 0) short.push(missed);
    }
    expect(short).toEqual([]);
  });

  it('comes within a percent of the bound where people and rooms are scarce', () => {
    const { gap } = run(event).progress;
    expect(gap).toBeLessThan(0.01);
  });

  it('has a first answer before its bound, gets better while it runs, and can be stopped at any step', () => {
    const search = solve(event);
    const course: number[] = [];
    while (!search.done) {
      const { objective, bound } = search.step();
      if (course.length === 0) expect([objective! > 0, bound]).toEqual([true, null]);
      course.push(objective!);
      if (course.length % 25 !== 0) continue;
      expect(audit(event, search.best()!)).toEqual([]);
      expect(objectiveOf(event, search.best()!)).toBe(objective);
    }
    expect(course.at(-1)).toBe(Math.max(...course));
  });

  it('keeps the best of what it tried, and says of the plan at the end what it is worth', () => {
    const search = solve(event);
    let best = 0;
    while (!search.done && search.progress.iterations < 60_000) best = Math.max(best, search.step().objective!);
    expect([search.done, search.progress.objective]).toEqual([false, best]);
    const plan = search.finish()!;
    expect([search.done, objectiveOf(event, plan), audit(event, plan)]).toEqual([true, search.progress.objective, []]);
    expect(search.finish()).toEqual(plan);
  });

  it('is the same for the same seed and number of iterations', () => {
    const options = { seed: 7, iterations: 20_000 };
    expect(planned(event, options)).toEqual(planned(event, options));
    expect(run(event, options).progress).toEqual(run(event, options).progress);
  });

  it('leaves nobody without a meeting for whom somebody else could spare one', () => {
    for (const problem of smallOnes) {
      const plan = planned(problem);
      expect(exchangesLeft(problem, plan)).toEqual([]);
    }
  });

  it('moves nothing when it may use empty slots only, and adds what fits', () => {
    const sparse = { meetings: planned(event).meetings.filter((_, at) => at % 2 === 0) };
    const { meetings } = planned(onlyEmptySlots(event, sparse));
    expect(meetings).toEqual(expect.arrayContaining([...sparse.meetings]));
    expect(meetings.length).toBeGreaterThan(1.3 * sparse.meetings.length);
  });

  it('has nothing to do in an event without wishes', () => {
    expect(run({ ...event, wishes: [] }).progress).toMatchObject({ phase: 'done', objective: 0, meetings: 0 });
  });
});

function servedBy(problem: Problem, meetings: readonly PlannedMeeting[]): [organisations: number, people: number] {
  const organisationOf = new Map(problem.people.map(({ id, organisationId }) => [id, organisationId]));
  const people = new Set(meetings.flatMap((one) => one.people));
  return [new Set([...people].map((id) => organisationOf.get(id))).size, people.size];
}

/** Exchanges of one meeting for a wish after which more organisations have a meeting, or as many and more people. */
function exchangesLeft(problem: Problem, plan: Plan): string[] {
  const [organisations, people] = servedBy(problem, plan.meetings);
  const fixed = new Set(problem.fixed.map(({ wishId }) => wishId));
  const found: string[] = [];
  for (const wish of problem.wishes) {
    if (wish.sides.some(({ need, people }) => need === 'one' && people.length > 1) || wish.interpreting !== null)
      continue;
    const who = wish.sides.flatMap((side) => side.people);
    if (wish.weight === 0) continue;
    for (const slot of problem.slots.keys())
      for (const gone of [null, ...plan.meetings.filter(({ wishId }) => !fixed.has(wishId))]) {
        const rest = plan.meetings.filter((one) => one !== gone);
        const meetings = [...rest, { wishId: wish.id, slot, people: who, interpreterId: null }];
        const after = servedBy(problem, meetings);
        if (rest.some(({ wishId }) => wishId === wish.id)) continue;
        if (after[0] < organisations || (after[0] === organisations && after[1] <= people)) continue;
        if (audit(problem, { meetings }).length === 0) found.push(`${wish.id} in ${slot} for ${gone?.wishId}`);
      }
  }
  return found;
}
