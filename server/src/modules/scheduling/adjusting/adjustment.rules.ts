import type { PlanAdjustment, PlanConflict, PlannedMeetingId } from '@musubi/contracts';
import type { Plan, PlannedMeeting, Problem, Wish } from '@musubi/scheduling';
import type { PlannedRow } from '../plan/stored/plan-rows.js';
import { conflict, newConflicts } from './conflicts.js';
import { WhoCan } from './who-can.js';

/** A plan that an organiser changes by hand. */
export interface Adjustable {
  problem: Problem;
  plan: Plan;
  rows: readonly PlannedRow[];
  position: ReadonlyMap<string, number>;
}

/** The plan as it would be, and what stands against it; null where the adjustment names something that is not there. */
export interface Adjusted {
  plan: Plan;
  conflicts: PlanConflict[];
}

type Move = Exclude<PlanAdjustment, { do: 'lock' | 'unlock' }>;

/** Rules that a later plan breaks and the earlier one does not. */
type Look = typeof newConflicts;

/**
 * Tries a change on the plan; nothing is written. People and interpreters are chosen by their own time, one meeting after the other;
 * what is around the change is looked over once, and once more where two meetings could exchange who interprets them.
 */
export function adjust(adjustable: Adjustable, move: Move, look: Look = newConflicts): Adjusted | null {
  const { plan, rows } = adjustable;
  if (move.do === 'book') return book(adjustable, move, look);
  const row = rows.find(({ id }) => id === move.plannedId);
  const meeting = row && plan.meetings.find(({ wishId }) => wishId === row.wishId);
  if (!meeting) return null;
  if (move.do === 'unbook') return { plan: without(plan, [meeting]), conflicts: fixedOnes([row]) };
  if (move.do === 'move') {
    const slot = adjustable.position.get(move.slotId);
    if (slot === undefined) return { plan, conflicts: [conflict('unknown_slot')] };
    return placed(adjustable, [{ ...meeting, slot, ...interpretedBy(move.interpreterId) }], fixedOnes([row]), look);
  }
  const otherRow = rows.find(({ id }) => id === move.withId);
  const other = otherRow && plan.meetings.find(({ wishId }) => wishId === otherRow.wishId);
  if (!other || other === meeting) return null;
  const swapped = [
    { ...meeting, slot: other.slot, ...interpretedBy(move.interpreterIds?.[0]) },
    { ...other, slot: meeting.slot, ...interpretedBy(move.interpreterIds?.[1]) },
  ];
  return placed(adjustable, swapped, fixedOnes([row, otherRow]), look);
}

/** Who is wanted, where it is said. */
const interpretedBy = (interpreterId: string | null | undefined): Partial<PlannedMeeting> =>
  interpreterId === undefined ? {} : { interpreterId };

/** A wish that was not met: whoever of each side can come, or those who are named; null where they do not stand for the sides. */
function book(adjustable: Adjustable, move: Extract<Move, { do: 'book' }>, look: Look): Adjusted | null {
  const { problem, plan, position } = adjustable;
  const { wishId, slotId, people, interpreterId = null } = move;
  const wish = problem.wishes.find(({ id }) => id === wishId);
  if (!wish || plan.meetings.some((meeting) => meeting.wishId === wishId)) return null;
  if (people && !canHold(wish, people)) return null;
  const slot = position.get(slotId);
  if (slot === undefined) return { plan, conflicts: [conflict('unknown_slot')] };
  const named = people ?? coming(problem, plan, wish, slot);
  return placed(adjustable, [{ wishId, slot, people: named, interpreterId }], [], look);
}

/** Whether these are, side by side, all who are needed or one of whom one is. */
function canHold({ sides }: Wish, people: readonly string[]): boolean {
  const left = [...people];
  return (
    sides.every((side) => {
      const count = side.need === 'all' ? side.people.length : 1;
      const own = new Set(left.splice(0, count));
      return own.size === count && side.people.filter((id) => own.has(id)).length === count;
    }) && left.length === 0
  );
}

/** Of each side all who are needed, or the first who can come; where nobody can, the first, so that it is said of them. */
function coming(problem: Problem, plan: Plan, { sides }: Wish, slot: number): string[] {
  const can = new WhoCan(problem, plan.meetings);
  const people = new Map(problem.people.map((person) => [person.id, person]));
  const isAble = (id: string): boolean => can.person(people.get(id)!, slot);
  return sides.flatMap((side) => (side.need === 'all' ? side.people : [side.people.find(isAble) ?? side.people[0]!]));
}

/** With these meetings where they are wanted, and whichever interpreters can come there. */
function placed(
  { problem, plan, rows }: Adjustable,
  meetings: readonly PlannedMeeting[],
  conflicts: readonly PlanConflict[],
  look: Look,
): Adjusted {
  const others = without(plan, meetings);
  const wishes = meetings.map(({ wishId }) => problem.wishes.find(({ id }) => id === wishId));
  const attempt = (order: readonly number[]): Adjusted => {
    const can = new WhoCan(problem, others.meetings);
    const chosen = order.map((at) => interpreted(problem, can, meetings[at]!, wishes[at]?.interpreting ?? null));
    const next = inOrder([...others.meetings, ...chosen]);
    return { plan: next, conflicts: [...conflicts, ...look(problem, plan, next, rows)] };
  };
  const order = [...meetings.keys()];
  const first = attempt(order);
  // Who chooses first may have taken the only interpreter whom the other could have had.
  const contested = wishes.every((wish) => wish && wish.interpreting !== null) && meetings.length > 1;
  if (first.conflicts.length === conflicts.length || !contested) return first;
  const second = attempt(order.reverse());
  return second.conflicts.length < first.conflicts.length ? second : first;
}

/** Whoever interprets now, or the first who knows the languages and can; where nobody can, one who knows them, so that it is said. */
function interpreted(
  { interpreters }: Problem,
  can: WhoCan,
  meeting: PlannedMeeting,
  wanted: readonly string[] | null,
): PlannedMeeting {
  const knowing = interpreters.filter(({ pairs }) => wanted?.some((pair) => pairs.includes(pair)));
  const able = knowing.toSorted(
    (a, b) => Number(b.id === meeting.interpreterId) - Number(a.id === meeting.interpreterId),
  );
  const one = able.find((each) => can.interpreter(each, meeting.slot)) ?? able[0];
  const chosen = { ...meeting, interpreterId: one?.id ?? null };
  can.take(chosen);
  return chosen;
}

const fixedOnes = (rows: readonly PlannedRow[]): PlanConflict[] =>
  rows
    .filter(({ locked, meetingId }) => locked || meetingId !== null)
    .map(({ id, meetingId }) =>
      conflict('locked', {
        planned: [id as PlannedMeetingId],
        meetings: meetingId === null ? [] : [meetingId as PlanConflict['meetings'][number]],
      }),
    );

const without = ({ meetings }: Plan, some: readonly PlannedMeeting[]): Plan => {
  const gone = new Set(some.map(({ wishId }) => wishId));
  return { meetings: meetings.filter(({ wishId }) => !gone.has(wishId)) };
};

const inOrder = (meetings: readonly PlannedMeeting[]): Plan => ({
  meetings: meetings.toSorted((a, b) => a.slot - b.slot || (a.wishId < b.wishId ? -1 : 1)),
});
