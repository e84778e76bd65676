import type { PlanAdjusted, PlanAdjustment, PlanView } from '@musubi/contracts';

/**
 * What takes an adjustment back.
 * @param before the plan as it was
 * @param done what the server answered
 */
export function undoOf(adjustment: PlanAdjustment, before: PlanView, done: PlanAdjusted): PlanAdjustment | null {
  switch (adjustment.do) {
    case 'lock':
      return { do: 'unlock', plannedId: adjustment.plannedId };
    case 'unlock':
      return { do: 'lock', plannedId: adjustment.plannedId };
    case 'move': {
      const was = before.meetings.find(({ plannedId }) => plannedId === adjustment.plannedId);
      const slot = was && before.slots[was.slot];
      return slot ? { ...adjustment, slotId: slot.slotId } : null;
    }
    case 'swap':
      return adjustment;
    case 'unbook': {
      const was = before.meetings.find(({ plannedId }) => plannedId === adjustment.plannedId);
      const slot = was && before.slots[was.slot];
      return slot ? { do: 'book', wishId: was.wishId, slotId: slot.slotId } : null;
    }
    case 'book': {
      const booked = done.changed.find(({ wishId }) => wishId === adjustment.wishId);
      return booked ? { do: 'unbook', plannedId: booked.plannedId } : null;
    }
  }
}

/** The plan after an adjustment, before its figures are read anew. */
export function adjusted(plan: PlanView, { version, changed, removed }: PlanAdjusted): PlanView {
  const now = new Map(changed.map((meeting) => [meeting.plannedId, meeting]));
  const gone = new Set(removed);
  const known = new Set(plan.meetings.map(({ plannedId }) => plannedId));
  return {
    ...plan,
    version,
    run: { ...plan.run, planVersion: version },
    meetings: [
      ...plan.meetings
        .filter(({ plannedId }) => !gone.has(plannedId))
        .map((meeting) => now.get(meeting.plannedId) ?? meeting),
      ...changed.filter(({ plannedId }) => !known.has(plannedId)),
    ],
  };
}
