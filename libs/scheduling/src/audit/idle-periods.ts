import type { PlannedMeeting, Problem } from '../problem/problem.ts';

/**
 * For everybody how many idle periods they have: runs of slots without a meeting of theirs, between two of their meetings. People
 * without meetings have none. Slots stand in the order of the problem; what a day or lunch lies between counts alike (Bofill et al.
 * 2022). O(people + meetings log meetings).
 */
export function idlePeriodsOf(
  { people }: Pick<Problem, 'people'>,
  meetings: readonly PlannedMeeting[],
): ReadonlyMap<string, number> {
  const slots = new Map<string, number[]>(people.map(({ id }) => [id, []]));
  for (const meeting of meetings) for (const id of meeting.people) slots.get(id)?.push(meeting.slot);
  return new Map([...slots].map(([id, own]) => [id, periods(own)]));
}

function periods(own: number[]): number {
  own.sort((a, b) => a - b);
  return own.filter((slot, at) => at > 0 && slot - own[at - 1]! > 1).length;
}
