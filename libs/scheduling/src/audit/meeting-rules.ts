import type { Lookup } from '../problem/lookup.ts';
import type { PlannedMeeting, Problem, Wish } from '../problem/problem.ts';
import { broken, type Violation } from './violation.ts';
import { joins } from './who-meets.ts';

/** Rules that one meeting can break by itself: where it is, who takes part, whether it may be held at all. */
export function* meetingViolations(
  meeting: PlannedMeeting,
  wish: Wish,
  problem: Problem,
  known: Lookup,
): Generator<Violation> {
  const { slot, interpreterId } = meeting;
  if (wish.slots && !wish.slots.includes(slot)) yield broken('slot_not_allowed', [wish.id], [slot]);
  if (!rightPeople(meeting, wish)) yield broken('wrong_people', [wish.id]);
  for (const id of meeting.people)
    if (!known.people.get(id)?.free.includes(slot)) yield broken('not_available', [wish.id, id], [slot]);
  if (wish.interpreting === null) {
    if (interpreterId !== null) yield broken('needless_interpreter', [wish.id, interpreterId]);
  } else if (interpreterId === null) {
    yield broken('no_interpreter', [wish.id]);
  } else {
    const interpreter = known.interpreters.get(interpreterId);
    if (!wish.interpreting.some((pair) => interpreter?.pairs.includes(pair)))
      yield broken('wrong_interpreter', [wish.id, interpreterId]);
    if (!interpreter?.free.includes(slot)) yield broken('not_available', [wish.id, interpreterId], [slot]);
  }
  if (problem.noThanks.some((pair) => joins(wish, pair))) yield broken('no_thanks', [wish.id]);
}

/** Each side is there as it must be: all of it, or exactly one; in the order of the sides and nobody else. */
function rightPeople({ people }: PlannedMeeting, wish: Wish): boolean {
  let at = 0;
  for (const side of wish.sides) {
    const count = side.need === 'all' ? side.people.length : 1;
    const present = people.slice(at, at + count);
    const right =
      side.need === 'all'
        ? present.length === count && side.people.every((id) => present.includes(id))
        : present.length === 1 && side.people.includes(present[0]!);
    if (!right) return false;
    at += count;
  }
  return at === people.length;
}
