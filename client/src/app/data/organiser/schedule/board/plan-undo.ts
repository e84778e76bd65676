import type { PlanAdjusted, PlanAdjustment, PlannedMeetingId, PlannedMeetingView, PlanView } from '@musubi/contracts';

/**
 * What takes an adjustment back, from the plan as it is then: a meeting that was taken out and put back is another one of the same
 * wish. Null where there is nothing to take back any more.
 */
export type Undo = (now: PlanView) => PlanAdjustment | null;

/** @param before the plan as it was */
export function undoOf(adjustment: PlanAdjustment, before: PlanView): Undo | null {
  if (adjustment.do === 'book') {
    const { wishId } = adjustment;
    return (now) => naming(now, wishId, (plannedId) => ({ do: 'unbook', plannedId }));
  }
  const was = byId(before, adjustment.plannedId);
  const slotId = was && before.slots[was.slot]?.slotId;
  if (!slotId) return null;
  const { wishId, people, interpreterId } = was;
  switch (adjustment.do) {
    case 'lock':
      return (now) => naming(now, wishId, (plannedId) => ({ do: 'unlock', plannedId }));
    case 'unlock':
      return (now) => naming(now, wishId, (plannedId) => ({ do: 'lock', plannedId }));
    case 'move':
      return (now) => naming(now, wishId, (plannedId) => ({ do: 'move', plannedId, slotId, interpreterId }));
    case 'swap': {
      const other = byId(before, adjustment.withId);
      if (!other) return null;
      const interpreterIds: [typeof interpreterId, typeof interpreterId] = [interpreterId, other.interpreterId];
      return (now) =>
        naming(now, wishId, (plannedId) =>
          naming(now, other.wishId, (withId) => ({ do: 'swap', plannedId, withId, interpreterIds })),
        );
    }
    case 'unbook':
      return () => ({ do: 'book', wishId, slotId, people: [...people], interpreterId });
  }
}

const byId = ({ meetings }: PlanView, id: PlannedMeetingId): PlannedMeetingView | undefined =>
  meetings.find(({ plannedId }) => plannedId === id);

/** With the meeting of a wish as it is called now. */
function naming(
  { meetings }: PlanView,
  wish: PlannedMeetingView['wishId'],
  does: (plannedId: PlannedMeetingId) => PlanAdjustment | null,
): PlanAdjustment | null {
  const meeting = meetings.find(({ wishId }) => wishId === wish);
  return meeting ? does(meeting.plannedId) : null;
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
