import type { Plan, PlannedMeeting, Problem } from '@musubi/scheduling';

/** A problem and two plans for it, as far as what differs between them can matter. */
export interface Around {
  problem: Problem;
  before: Plan;
  after: Plan;
}

/**
 * What a change could break or mend: the meetings that it changes, all others of their people and interpreters, in their slots and
 * between their organisations, and whatever stands before or after them. The rest is the same in both plans, and breaks the same
 * rules. O(size of the problem), without looking at each rule.
 */
export function around(problem: Problem, before: Plan, after: Plan): Around {
  const changed = [...differing(before, after), ...differing(after, before)];
  const wishIds = new Set(changed.map(({ wishId }) => wishId));
  const actors = new Set(changed.flatMap(actorsOf));
  const slots = new Set(changed.map(({ slot }) => slot));
  const organisations = new Set<string>();
  for (const { id, sides } of problem.wishes)
    if (wishIds.has(id)) for (const { organisationId } of sides) organisations.add(organisationId);
  const precedences = problem.precedences.filter((pair) => pair.some((id) => wishIds.has(id)));
  const beside = new Set(precedences.flat());
  const between = new Set<string>();
  for (const { id, sides } of problem.wishes)
    if (sides.filter(({ organisationId }) => organisations.has(organisationId)).length > 1) between.add(id);
  const matters = (meeting: PlannedMeeting): boolean =>
    wishIds.has(meeting.wishId) ||
    slots.has(meeting.slot) ||
    between.has(meeting.wishId) ||
    beside.has(meeting.wishId) ||
    actorsOf(meeting).some((id) => actors.has(id));
  const only = ({ meetings }: Plan): Plan => ({ meetings: meetings.filter(matters) });
  const [earlier, later] = [only(before), only(after)];
  const kept = [...earlier.meetings, ...later.meetings];
  const held = new Set(kept.map(({ wishId }) => wishId));
  const present = new Set(kept.flatMap(actorsOf));
  const within = ([one, other]: readonly [string, string]) => organisations.has(one) && organisations.has(other);
  return {
    problem: {
      ...problem,
      people: problem.people.filter(({ id }) => present.has(id)),
      interpreters: problem.interpreters.filter(({ id }) => present.has(id)),
      wishes: problem.wishes.filter(({ id }) => held.has(id)),
      fixed: problem.fixed.filter(({ wishId }) => wishIds.has(wishId)),
      precedences,
      pairsOnce: problem.pairsOnce.filter(within),
      noThanks: problem.noThanks.filter(within),
    },
    before: earlier,
    after: later,
  };
}

const actorsOf = ({ people, interpreterId }: PlannedMeeting): readonly string[] =>
  interpreterId === null ? people : [...people, interpreterId];

/** Meetings of the one plan that are not the same in the other. */
function differing(one: Plan, other: Plan): PlannedMeeting[] {
  const there = new Map(other.meetings.map((meeting) => [meeting.wishId, meeting]));
  return one.meetings.filter((meeting) => {
    const same = there.get(meeting.wishId);
    return same !== meeting && JSON.stringify(same) !== JSON.stringify(meeting);
  });
}
