import type { PlanAdjustment, PlanConflict, PlannedMeetingId } from '@musubi/contracts';
import type { Plan, PlannedMeeting, Problem, Wish } from '@musubi/scheduling';
import type { PlannedRow } from '../plan/plan-rows.js';
import { conflict, newConflicts } from './conflicts.js';

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

/** Tries a change on the plan; nothing is written. O(audit of the plan), once for each interpreter that could come. */
export function adjust(adjustable: Adjustable, move: Move): Adjusted | null {
  const { plan, rows } = adjustable;
  if (move.do === 'book') return book(adjustable, move);
  const row = rows.find(({ id }) => id === move.plannedId);
  const meeting = row && plan.meetings.find(({ wishId }) => wishId === row.wishId);
  if (!meeting) return null;
  if (move.do === 'unbook') return { plan: without(plan, [meeting]), conflicts: fixedOnes([row]) };
  if (move.do === 'move') {
    const slot = adjustable.position.get(move.slotId);
    if (slot === undefined) return { plan, conflicts: [conflict('unknown_slot')] };
    return placed(adjustable, [{ ...meeting, slot }], fixedOnes([row]));
  }
  const otherRow = rows.find(({ id }) => id === move.withId);
  const other = otherRow && plan.meetings.find(({ wishId }) => wishId === otherRow.wishId);
  if (!other || other === meeting) return null;
  const swapped = [
    { ...meeting, slot: other.slot },
    { ...other, slot: meeting.slot },
  ];
  return placed(adjustable, swapped, fixedOnes([row, otherRow]));
}

/** A wish that was not met: whoever of each side can come. */
function book(adjustable: Adjustable, { wishId, slotId }: Extract<Move, { do: 'book' }>): Adjusted | null {
  const { problem, plan, position } = adjustable;
  const wish = problem.wishes.find(({ id }) => id === wishId);
  if (!wish || plan.meetings.some((meeting) => meeting.wishId === wishId)) return null;
  const slot = position.get(slotId);
  if (slot === undefined) return { plan, conflicts: [conflict('unknown_slot')] };
  return best(castings(wish).map((people) => placed(adjustable, [{ wishId, slot, people, interpreterId: null }], [])));
}

/** With these meetings where they are wanted, and whichever interpreters can come there. */
function placed(
  { problem, plan, rows }: Adjustable,
  meetings: readonly PlannedMeeting[],
  conflicts: readonly PlanConflict[],
): Adjusted {
  const others = without(plan, meetings);
  const choices = meetings.reduce<readonly PlannedMeeting[][]>(
    (all, meeting) => all.flatMap((chosen) => withInterpreters(problem, meeting).map((one) => [...chosen, one])),
    [[]],
  );
  return best(
    choices.map((chosen) => {
      const next = inOrder([...others.meetings, ...chosen]);
      return { plan: next, conflicts: [...conflicts, ...newConflicts(problem, plan, next, rows)] };
    }),
  );
}

/** Whoever interprets now comes first, then the others who know the languages. */
function withInterpreters({ wishes, interpreters }: Problem, meeting: PlannedMeeting): PlannedMeeting[] {
  const pair = wishes.find(({ id }) => id === meeting.wishId)?.interpreting ?? null;
  if (pair === null) return [{ ...meeting, interpreterId: null }];
  const able = interpreters.filter(({ pairs }) => pairs.includes(pair)).map(({ id }) => id);
  const first = able.toSorted((a, b) => Number(b === meeting.interpreterId) - Number(a === meeting.interpreterId));
  return first.length === 0
    ? [{ ...meeting, interpreterId: null }]
    : first.map((interpreterId) => ({ ...meeting, interpreterId }));
}

/** Who could come of the sides, in their order. */
function castings({ sides }: Wish): string[][] {
  return sides.reduce<string[][]>(
    (all, { people, need }) =>
      all.flatMap((chosen) => (need === 'all' ? [[...chosen, ...people]] : people.map((one) => [...chosen, one]))),
    [[]],
  );
}

/** The first without a conflict, or the one with the fewest. */
const best = (tried: readonly Adjusted[]): Adjusted =>
  tried.reduce((one, other) => (other.conflicts.length < one.conflicts.length ? other : one));

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
