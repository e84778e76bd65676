import { describe, expect, it } from '@jest/globals';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit } from '../audit/audit.ts';
import { onlyEmptySlots } from '../repair/only-empty.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { withRemedies } from './apply.ts';
import { explain, type UnmetWish } from './explain.ts';

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

/** Whether the wish is held in the named slot beside everything else once the remedies are applied. */
function comesTrue(problem: Problem, plan: Plan, unmet: UnmetWish): boolean {
  const changed = withRemedies(problem, plan, unmet);
  const only = onlyEmptySlots(
    {
      ...changed.problem,
      wishes: changed.problem.wishes.map((wish) => ({ ...wish, weight: wish.id === unmet.wishId ? 1 : 0 })),
    },
    changed.plan,
  );
  const slots = [unmet.possibleWith!.slot];
  const pinned = { ...only, wishes: only.wishes.map((wish) => (wish.id === unmet.wishId ? { ...wish, slots } : wish)) };
  const after = planned(pinned);
  return after.meetings.some(({ wishId }) => wishId === unmet.wishId) && audit(pinned, after).length === 0;
}

describe('why a wish is not held', () => {
  it('names every wish that is not held, once', () => {
    for (let seed = 0; seed < 20; seed++) {
      const problem = smallEvent(seed);
      const plan = planned(problem);
      const ids = [...explain(problem, plan).map(({ wishId }) => wishId), ...plan.meetings.map(({ wishId }) => wishId)];
      expect(ids.sort()).toEqual(problem.wishes.map(({ id }) => id));
    }
  });

  it('says what would make it possible, and it would', () => {
    const reasons = new Set<string>();
    let tried = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = smallEvent(seed);
      const plan = planned(problem);
      for (const unmet of explain(problem, plan)) {
        reasons.add(unmet.reason);
        if (unmet.possibleWith === null) continue;
        expect([seed, unmet, comesTrue(problem, plan, unmet)]).toEqual([seed, unmet, true]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(reasons.size).toBeGreaterThan(5);
  });

  it('asks for a higher maximum where people are full, which most are', () => {
    const problem = scheduledEvent('explained', { people: 60, wishes: 500, slots: 16, interpreted: 0 });
    const unmet = explain(problem, planned(problem));
    const byReason = Map.groupBy(unmet, ({ reason }) => reason);
    expect(byReason.get('maximum_reached')!.length).toBeGreaterThan(unmet.length / 2);
    expect(unmet.every(({ possibleWith }) => possibleWith === null || possibleWith.remedies.length > 0)).toBe(true);
  });
});
