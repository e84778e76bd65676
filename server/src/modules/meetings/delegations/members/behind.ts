import { intersect, normalise, type Interval } from '@musubi/time';
import { type Member, reachable, type Reach } from './delegation.rules.js';

/** Whoever may come where somebody of a delegation is asked for. */
export function peopleBehind(reach: Reach | undefined, me: { userId: string }): Member[] {
  // Two people of one delegation meet as themselves.
  if (!reach || reach.members.some(({ userId }) => userId === me.userId)) return [];
  return reachable(reach);
}

/**
 * When a delegation cannot be met: of a pool when nobody is free, of everyone when one who is required is not.
 * @param busy of each by user; nobody is missing. O(n log n) in their intervals
 */
export function busyTogether(
  mode: Reach['mode'],
  people: readonly Pick<Member, 'userId'>[],
  busy: ReadonlyMap<string, readonly Interval[]>,
): Interval[] {
  const sets = people.map(({ userId }) => normalise(busy.get(userId)!));
  if (mode !== 'pool') return normalise(sets.flat());
  return sets.reduce((all, one) => intersect(all, one));
}
