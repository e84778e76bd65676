import type { MeetingView, PlannedMeetingId, PlannedMeetingView, PlanView, WishId } from '@musubi/contracts';

/**
 * A published plan as it is by now: what was cancelled is gone, what was moved stands where it is, and what was booked since, as in a
 * time that came free, stands among it. What could not be published stays, as it does in the plan. O(meetings).
 */
export function sincePublished(plan: PlanView, meetings: readonly MeetingView[]): PlanView {
  const slotOf = new Map(plan.slots.map(({ slotId }, at) => [slotId, at]));
  const now = new Map(meetings.map((one) => [one.meetingId, one]));
  const people = new Set(plan.people.map(({ participantId }) => participantId));
  const kept = plan.meetings.flatMap((one): PlannedMeetingView[] => {
    const real = one.meetingId && now.get(one.meetingId);
    if (!real) return [one];
    const slot = slotOf.get(real.slotId);
    return real.state === 'cancelled' || slot === undefined ? [] : [slot === one.slot ? one : { ...one, slot }];
  });
  const known = new Set(plan.meetings.flatMap(({ meetingId }) => meetingId ?? []));
  const since = meetings.flatMap((one): PlannedMeetingView[] => {
    const slot = slotOf.get(one.slotId);
    const sides = one.sides
      .filter(({ part }) => part !== 'observer')
      .map(({ participant }) => participant.participantId);
    const stands = one.state !== 'cancelled' && !known.has(one.meetingId);
    return stands && slot !== undefined && sides.some((side) => people.has(side)) ? [booked(one, slot, sides)] : [];
  });
  // Where both name the same cell, what stands is what is shown.
  return {
    ...plan,
    meetings: [...kept.filter((one) => one.conflict), ...kept.filter((one) => !one.conflict), ...since],
  };
}

function booked({ meetingId }: MeetingView, slot: number, people: PlannedMeetingView['people']): PlannedMeetingView {
  return {
    plannedId: meetingId as string as PlannedMeetingId,
    wishId: meetingId as string as WishId,
    slot,
    people,
    interpreterId: null,
    origin: { kind: 'confirmed', said: ['none', 'none'], by: null },
    weight: 0,
    locked: false,
    byHand: false,
    meetingId,
    conflict: null,
  };
}
