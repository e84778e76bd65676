import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit, objectiveOf } from '../audit/audit.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { ImpossibleProblem } from '../solve/impossible-problem.ts';
import { changes, repair } from './repair.ts';
import { Repairing } from './repairing.ts';

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

/** So many people lose half of their slots. */
function narrowed(problem: Problem, count: number, seed: number): { problem: Problem; who: ReadonlySet<string> } {
  const random = rng(`narrowed ${seed}`);
  const who = new Set(random.sample(problem.people, count).map(({ id }) => id));
  const people = problem.people.map((one) =>
    who.has(one.id) ? { ...one, free: one.free.filter(() => random.chance(0.5)) } : one,
  );
  return { problem: { ...problem, people }, who };
}

const event = scheduledEvent('repair', { people: 200, wishes: 1500, slots: 20 });
const before = planned(event);

const keyOf = (one: Plan['meetings'][number]): string => JSON.stringify(one);

/** Meetings of the plan before that are possible as they were, and what such a plan is worth with nothing moved. */
function standing(problem: Problem): { stayed: readonly string[]; worth: number } {
  const { plan } = repair(problem, before, { iterations: 0 });
  const now = new Set(plan.meetings.map(keyOf));
  return { stayed: before.meetings.map(keyOf).filter((one) => now.has(one)), worth: objectiveOf(problem, plan) };
}

/** Of these, the ones that the plan holds otherwise or not at all. */
function departed(stayed: readonly string[], plan: Plan): string[] {
  const now = new Set(plan.meetings.map(keyOf));
  return stayed.filter((one) => !now.has(one));
}

describe('mending a plan', () => {
  it('changes nothing when nothing has changed and nothing can be gained', () => {
    const { plan, dropped, moved, reassigned } = repair(event, before);
    expect([dropped, moved, reassigned, audit(event, plan)]).toEqual([[], [], [], []]);
  });

  it('moves no meeting that can stay, and drops none that nobody touched', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { problem, who } = narrowed(event, 8, seed);
      const mended = repair(problem, before);
      expect(audit(problem, mended.plan)).toEqual([]);
      const touched = new Set(
        before.meetings.filter(({ people }) => people.some((id) => who.has(id))).map(({ wishId }) => wishId),
      );
      const changed = [...mended.moved, ...mended.reassigned, ...mended.dropped];
      expect(changed.filter((id) => !touched.has(id))).toEqual([]);
      expect(departed(standing(problem).stayed, mended.plan)).toEqual([]);
      expect(mended.plan.meetings.length).toBeGreaterThan(0.95 * before.meetings.length);
    }
  });

  it('moves what can stay at a price only, and gains more than that', () => {
    const moves = new Map<number, number>();
    for (let seed = 0; seed < 3; seed++) {
      const { problem } = narrowed(event, 8, seed);
      const { stayed, worth } = standing(problem);
      for (const moveCost of [1, 150, 400]) {
        const { plan } = repair(problem, before, { moveCost });
        expect(audit(problem, plan)).toEqual([]);
        const moved = departed(stayed, plan).length;
        if (moved > 0) expect(objectiveOf(problem, plan) - worth).toBeGreaterThan(moveCost * moved);
        const held = new Set(plan.meetings.map(({ wishId }) => wishId));
        expect(stayed.filter((one) => !held.has((JSON.parse(one) as Plan['meetings'][number]).wishId))).toEqual([]);
        moves.set(moveCost, (moves.get(moveCost) ?? 0) + moved);
      }
    }
    // A price at which it is worth it, one at which it is so less often, and one at which hardly anything is.
    const [cheap, fair, dear] = [...moves.values()];
    expect([cheap! > 0, fair! <= cheap!, dear! <= fair!]).toEqual([true, true, true]);
  });

  it('breaks no rule in any small event, from any earlier plan', () => {
    for (let seed = 0; seed < 80; seed++) {
      const problem = smallEvent(seed);
      const { problem: later } = narrowed({ ...problem, fixed: [] }, 3, seed);
      expect(audit(later, repair(later, planned(problem)).plan)).toEqual([]);
    }
  });

  it('runs step by step to the same plan, and tells what planning anew could reach', () => {
    const { problem } = narrowed(event, 8, 1);
    const run = new Repairing(problem, before, { moveCost: 400 });
    expect(run.best()).toBeNull();
    run.step();
    const { plan } = repair(problem, before, { moveCost: 400 });
    expect(run.best()).toEqual(plan);
    while (!run.done) run.step();
    expect(run.finish()).toEqual(plan);
    const { objective, bound, meetings } = run.progress;
    expect([objective, meetings]).toEqual([objectiveOf(problem, plan), plan.meetings.length]);
    expect(bound).toBeGreaterThanOrEqual(objectiveOf(problem, planned(problem)));
    const [someone] = problem.people;
    const nobody = { ...problem, people: [...problem.people, someone!] };
    expect(() => new Repairing(nobody, before)).toThrow(ImpossibleProblem);
  });

  it('is told as what changed for whom', () => {
    const at = (wishId: string, slot: number, ...people: string[]): Plan['meetings'][number] => ({
      wishId,
      slot,
      people,
      interpreterId: null,
    });
    expect(
      changes(
        { meetings: [at('gone', 0, 'a'), at('moved', 1, 'b'), at('other', 2, 'c'), at('same', 3, 'd')] },
        { meetings: [at('new', 0, 'a'), at('moved', 2, 'b'), at('other', 2, 'e'), at('same', 3, 'd')] },
      ),
    ).toEqual({ dropped: ['gone'], moved: ['moved'], reassigned: ['other'], added: ['new'] });
  });
});
