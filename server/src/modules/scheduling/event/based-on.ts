import type { ScheduleMode } from '@musubi/contracts';
import { diagnose, type FixedMeeting, type Problem } from '@musubi/scheduling';
import type { PlannedRow } from '../plan/stored/plan-rows.js';

/**
 * The problem with what stays of an earlier plan: locked meetings, and where only empty slots are filled all of them. What an
 * organiser locked is fixed whatever comes of it; what was only planned gives way where it cannot stand any more.
 */
export function basedOn(
  problem: Problem,
  planned: readonly PlannedRow[],
  { mode, position }: { mode: ScheduleMode; position: ReadonlyMap<string, number> },
): { problem: Problem; locked: Set<string> } {
  const wishes = new Set(problem.wishes.map(({ id }) => id));
  const fixedAlready = new Set(problem.fixed.map(({ wishId }) => wishId));
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
  return { problem: { ...problem, fixed: [...problem.fixed, ...giveWay(problem, fixed, locked)] }, locked };
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
