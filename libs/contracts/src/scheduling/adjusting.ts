/**
 * a plan changed by hand, before it is published
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/adjustments        organiser AdjustPlan → 200 PlanAdjusted
 *        409 schedule.conflict with data.conflicts: PlanConflict[] | 409 schedule.plan_changed (somebody else was faster: read again) | 409 schedule.published
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/adjustments/check  organiser AdjustPlan → 200 PlanCheck (changes nothing)
 */
import { z } from 'zod';
import { InterpreterId, MeetingId, ParticipantId, PlannedMeetingId, SlotId, WishId } from '../ids.ts';
import { PlannedMeetingView } from './plan.ts';
import { planConflicts } from './words.ts';

export const PlanAdjustment = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('lock'), plannedId: PlannedMeetingId }),
  z.strictObject({ do: z.literal('unlock'), plannedId: PlannedMeetingId }),
  /** To another time, with whoever interprets now where they can, or this interpreter: what is taken back is as it was. */
  z.strictObject({
    do: z.literal('move'),
    plannedId: PlannedMeetingId,
    slotId: SlotId,
    interpreterId: InterpreterId.nullable().optional(),
  }),
  /** Two meetings change their times; who interprets the one and the other where they can. */
  z.strictObject({
    do: z.literal('swap'),
    plannedId: PlannedMeetingId,
    withId: PlannedMeetingId,
    interpreterIds: z.tuple([InterpreterId.nullable(), InterpreterId.nullable()]).optional(),
  }),
  z.strictObject({ do: z.literal('unbook'), plannedId: PlannedMeetingId }),
  /** A wish that was not met gets a time; with these people, in the order of the sides, or whoever can come. */
  z.strictObject({
    do: z.literal('book'),
    wishId: WishId,
    slotId: SlotId,
    people: z.array(ParticipantId).optional(),
    interpreterId: InterpreterId.nullable().optional(),
  }),
]);
export type PlanAdjustment = z.infer<typeof PlanAdjustment>;

/** One change of the plan as it was read. */
export const AdjustPlan = z.strictObject({ version: z.int().min(0), adjustment: PlanAdjustment });
export type AdjustPlan = z.infer<typeof AdjustPlan>;

/** A rule that the change would break, with whom and what it is about. */
export const PlanConflict = z.object({
  kind: z.enum(planConflicts),
  people: z.array(ParticipantId),
  interpreters: z.array(InterpreterId),
  planned: z.array(PlannedMeetingId),
  meetings: z.array(MeetingId),
  /** Positions in the plan's slots. */
  slots: z.array(z.int()),
});
export type PlanConflict = z.infer<typeof PlanConflict>;

export const PlanCheck = z.object({ possible: z.boolean(), conflicts: z.array(PlanConflict) });
export type PlanCheck = z.infer<typeof PlanCheck>;

/** What is different on the board. Figures and unmet wishes are read anew where they are shown. */
export const PlanAdjusted = z.object({
  version: z.int(),
  changed: z.array(PlannedMeetingView),
  removed: z.array(PlannedMeetingId),
});
export type PlanAdjusted = z.infer<typeof PlanAdjusted>;
