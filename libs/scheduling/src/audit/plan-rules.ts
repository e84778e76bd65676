import type { Lookup } from '../problem/lookup.ts';
import type { PlannedMeeting, Problem } from '../problem/problem.ts';
import { idlePeriodsOf } from './idle-periods.ts';
import { broken, type Violation } from './violation.ts';
import { pairsIn } from './who-meets.ts';

/** Rules about meetings together: rooms, pairs that meet once, fixed meetings, precedences, and what the goal asks of all. */
export function* planViolations(
  problem: Problem,
  meetings: readonly PlannedMeeting[],
  known: Lookup,
): Generator<Violation> {
  const at = new Map(meetings.map((meeting) => [meeting.wishId, meeting]));
  yield* rooms(problem, meetings);
  yield* pairs(problem, meetings, known);
  yield* fixed(problem, at);
  for (const [before, after] of problem.precedences) {
    const [first, second] = [at.get(before), at.get(after)];
    if (first && second && problem.slots[first.slot]!.endsAt > problem.slots[second.slot]!.startsAt)
      yield broken('precedence', [before, after], [first.slot, second.slot]);
  }
  if (problem.goal.kind !== 'idle') return;
  for (const { id } of problem.wishes) if (!at.has(id)) yield broken('not_held', [id]);
  const idle = [...idlePeriodsOf(problem, meetings).values()];
  const { spread } = problem.goal;
  if (spread !== null && idle.length > 0 && Math.max(...idle) - Math.min(...idle) > spread) yield broken('spread', []);
}

function* rooms({ slots }: Problem, meetings: readonly PlannedMeeting[]): Generator<Violation> {
  const used = new Map<number, number>();
  for (const { slot } of meetings) used.set(slot, (used.get(slot) ?? 0) + 1);
  for (const [slot, count] of used) {
    const { rooms: most } = slots[slot]!;
    if (most !== null && count > most) yield broken('over_rooms', [], [slot]);
  }
}

function* pairs({ pairsOnce }: Problem, meetings: readonly PlannedMeeting[], known: Lookup): Generator<Violation> {
  if (pairsOnce.length === 0) return;
  const between = new Map<string, PlannedMeeting[]>();
  for (const meeting of meetings)
    for (const [one, other] of pairsIn(known.wishes.get(meeting.wishId)!)) {
      const key = JSON.stringify([one, other]);
      between.set(key, [...(between.get(key) ?? []), meeting]);
    }
  for (const pair of pairsOnce) {
    const met = between.get(JSON.stringify(pair.toSorted())) ?? [];
    if (met.length > 1)
      yield broken(
        'pair_meets_twice',
        met.map(({ wishId }) => wishId),
      );
  }
}

function* fixed(problem: Problem, at: ReadonlyMap<string, PlannedMeeting>): Generator<Violation> {
  for (const { wishId, slot, people, interpreterId } of problem.fixed) {
    const meeting = at.get(wishId);
    if (!meeting) yield broken('fixed_missing', [wishId], [slot]);
    else if (
      meeting.slot !== slot ||
      people?.some((id) => !meeting.people.includes(id)) ||
      (interpreterId !== undefined && meeting.interpreterId !== interpreterId)
    )
      yield broken('fixed_moved', [wishId], [slot, meeting.slot]);
  }
}
