import { idlePeriodsOf } from './idle-periods.ts';
import { lookup } from '../problem/lookup.ts';
import type { Plan, PlannedMeeting, Problem } from '../problem/problem.ts';
import { meetingViolations } from './meeting-rules.ts';
import { peopleViolations } from './people-rules.ts';
import { planViolations } from './plan-rules.ts';
import { broken, type Violation } from './violation.ts';

/**
 * Every rule of the problem that the plan breaks; empty for a plan that can be held. Written from the statement of the problem alone:
 * it shares no code and no data structure with the solver, and is slow and plain on purpose. The problem must be well formed.
 */
export function audit(problem: Problem, plan: Plan): readonly Violation[] {
  const known = lookup(problem);
  const found: Violation[] = [];
  const meetings: PlannedMeeting[] = [];
  const seen = new Set<string>();
  for (const meeting of plan.meetings) {
    const wish = known.wishes.get(meeting.wishId);
    if (!wish) found.push(broken('unknown_wish', [meeting.wishId]));
    else if (seen.has(wish.id)) found.push(broken('held_twice', [wish.id]));
    else if (problem.slots[meeting.slot] === undefined) found.push(broken('unknown_slot', [wish.id], [meeting.slot]));
    else {
      seen.add(wish.id);
      meetings.push(meeting);
      found.push(...meetingViolations(meeting, wish, problem, known));
    }
  }
  return [...found, ...peopleViolations(problem, meetings), ...planViolations(problem, meetings, known)];
}

/** What the plan is worth by the goal: weight of the meetings held (more is better), or idle periods (fewer is better). */
export function objectiveOf(problem: Problem, plan: Plan): number {
  if (problem.goal.kind === 'weight') {
    const held = new Set(plan.meetings.map(({ wishId }) => wishId));
    return problem.wishes.reduce((sum, { id, weight }) => (held.has(id) ? sum + weight : sum), 0);
  }
  return [...idlePeriodsOf(problem, plan.meetings).values()].reduce((sum, one) => sum + one, 0);
}
