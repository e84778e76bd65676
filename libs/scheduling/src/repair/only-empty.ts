import type { Plan, Problem } from '../problem/problem.ts';

/** The same problem with every meeting of the plan fixed where it is: what a run adds goes to empty slots only. O(meetings). */
export function onlyEmptySlots(problem: Problem, plan: Plan): Problem {
  const known = new Set(problem.wishes.map(({ id }) => id));
  return {
    ...problem,
    fixed: plan.meetings
      .filter(({ wishId }) => known.has(wishId))
      .map(({ wishId, slot, people, interpreterId }) => ({
        wishId,
        slot,
        people,
        ...(interpreterId === null ? {} : { interpreterId }),
      })),
  };
}
