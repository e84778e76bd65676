import type { ScheduleMode } from '@musubi/contracts';
import { diagnose, type FixedMeeting, type Plan, type Problem } from '@musubi/scheduling';
import { planFrom, type PlannedRow } from '../plan/stored/plan-rows.js';

/** A problem with what stays of an earlier plan. */
export interface Based {
  problem: Problem;
  /** Wishes whose meetings an organiser locked and that stay. */
  locked: Set<string>;
  /** How many locked ones do not: their wish, somebody of them or their time is none of this problem. */
  unlocked: number;
  /** The plan to mend, where that is wanted. */
  previous: Plan | null;
  /** Wishes whose meeting was called off since: they are not planned again, but those who are free now are. */
  calledOff: Set<string>;
}

/**
 * The problem with what stays of an earlier plan: locked meetings, and where only empty slots are filled all of them. What an
 * organiser locked is fixed whatever comes of it; what was only planned gives way where it cannot stand any more.
 *
 * @param position of the slots that are planned
 * @param beside slots that are still offered, and are not planned now: what is there is not touched
 */
export function basedOn(
  whole: Problem,
  planned: readonly PlannedRow[],
  {
    mode,
    position,
    beside,
  }: { mode: ScheduleMode; position: ReadonlyMap<string, number>; beside: ReadonlySet<string> },
): Based {
  const calledOff = mode === 'repair' ? endedOf(planned, whole) : new Set<string>();
  const problem = { ...whole, wishes: whole.wishes.filter(({ id }) => !calledOff.has(id)) };
  const wishes = new Set(problem.wishes.map(({ id }) => id));
  const fixedAlready = new Set(problem.fixed.map(({ wishId }) => wishId));
  const stands = ({ wishId, meetingId }: PlannedRow): boolean =>
    fixedAlready.has(wishId) || (meetingId !== null && fixedAlready.has(meetingId));
  const stays = planned.filter(
    ({ wishId, slotId, locked }) =>
      (locked || mode === 'only_empty') && wishes.has(wishId) && !fixedAlready.has(wishId) && position.has(slotId),
  );
  const locked = new Set(stays.filter((one) => one.locked).map(({ wishId }) => wishId));
  const fixed = stays.map(({ wishId, slotId, people, interpreterId }): FixedMeeting => ({
    wishId,
    slot: position.get(slotId)!,
    people,
    ...(interpreterId === null ? {} : { interpreterId }),
  }));
  const previous = mode === 'repair' ? planToMend(planned, problem, { position, beside }) : null;
  const unlocked = planned.filter((one) => one.locked && !locked.has(one.wishId) && !stands(one)).length;
  return {
    problem: { ...problem, fixed: [...problem.fixed, ...giveWay(problem, fixed, locked)] },
    locked,
    unlocked,
    previous,
    calledOff,
  };
}

/** Of a published plan: what was booked of it and does not stand any more. */
function endedOf(planned: readonly PlannedRow[], { fixed }: Problem): Set<string> {
  const standing = new Set(fixed.map(({ wishId }) => wishId));
  return new Set(
    planned.flatMap(({ wishId, meetingId }) => (meetingId !== null && !standing.has(meetingId) ? [wishId] : [])),
  );
}

function giveWay(problem: Problem, fixed: readonly FixedMeeting[], locked: ReadonlySet<string>): FixedMeeting[] {
  let left = [...fixed];
  for (;;) {
    const named = new Set(
      diagnose({ ...problem, fixed: [...problem.fixed, ...left] })
        .filter(({ severity }) => severity === 'impossible')
        .flatMap(({ ids }) => ids),
    );
    const stays = left.filter(({ wishId }) => locked.has(wishId) || !named.has(wishId));
    if (stays.length === left.length) return left;
    left = stays;
  }
}

/** What is in slots that are gone has lost its place. */
function planToMend(
  planned: readonly PlannedRow[],
  { slots }: Problem,
  { position, beside }: { position: ReadonlyMap<string, number>; beside: ReadonlySet<string> },
): Plan {
  const touched = planned.filter(({ slotId }) => !beside.has(slotId));
  const places = new Map(touched.map(({ slotId }) => [slotId, position.get(slotId) ?? slots.length]));
  return planFrom(touched, places);
}
