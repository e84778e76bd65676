import type { ScheduleMode } from '@musubi/contracts';
import { diagnose, type FixedMeeting, type Problem } from '@musubi/scheduling';
import type { PlannedRow } from '../plan/stored/plan-rows.js';

/** A problem with what stays of an earlier plan. */
export interface Based {
  problem: Problem;
  /** Wishes whose meetings an organiser locked and that stay. */
  locked: Set<string>;
  /** How many locked ones do not: their wish, somebody of them or their time is none of this problem. */
  unlocked: number;
}

/**
 * The problem with what stays of an earlier plan: locked meetings, and where only empty slots are filled all of them. What an
 * organiser locked is fixed whatever comes of it; what was only planned gives way where it cannot stand any more.
 *
 * @param position of the slots that are planned
 */
export function basedOn(
  problem: Problem,
  planned: readonly PlannedRow[],
  { mode, position }: { mode: ScheduleMode; position: ReadonlyMap<string, number> },
): Based {
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
  const unlocked = planned.filter((one) => one.locked && !locked.has(one.wishId) && !stands(one)).length;
  return { problem: { ...problem, fixed: [...problem.fixed, ...giveWay(problem, fixed, locked)] }, locked, unlocked };
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
