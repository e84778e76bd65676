import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit } from '../audit/audit.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { changes, repair } from './repair.ts';

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

describe('mending a plan', () => {
  it('changes nothing when nothing has changed and nothing can be gained', () => {
    const { plan, dropped, moved, reassigned } = repair(event, before);
    expect([dropped, moved, reassigned, audit(event, plan)]).toEqual([[], [], [], []]);
  });

  it('keeps what nobody touched: no such meeting goes, and at most a few move for each one gained', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { problem, who } = narrowed(event, 8, seed);
      const mended = repair(problem, before);
      expect(audit(problem, mended.plan)).toEqual([]);
      const touched = new Set(
        before.meetings.filter(({ people }) => people.some((id) => who.has(id))).map(({ wishId }) => wishId),
      );
      expect(mended.dropped.filter((id) => !touched.has(id))).toEqual([]);
      const movedUntouched = mended.moved.filter((id) => !touched.has(id)).length;
      const regained = [...touched].filter((id) => mended.moved.includes(id)).length;
      expect(movedUntouched).toBeLessThanOrEqual(8 * (mended.added.length + regained));
      expect(mended.plan.meetings.length).toBeGreaterThan(0.97 * before.meetings.length);
    }
  });

  it('breaks no rule in any small event, from any earlier plan', () => {
    for (let seed = 0; seed < 80; seed++) {
      const problem = smallEvent(seed);
      const { problem: later } = narrowed({ ...problem, fixed: [] }, 3, seed);
      expect(audit(later, repair(later, planned(problem)).plan)).toEqual([]);
    }
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
