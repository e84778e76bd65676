/**
 * a plan published, taken back, compared
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/publish          organiser PublishPlan → 200 PublishResult (again: the same result)
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/roll-back        organiser {}          → 200 RollBackResult (again: the same result)
 *   GET  /api/organise/events/:eventId/schedule/runs/:runId/comparison?with= organiser             → 200 PlanComparison (what `with` had, and what this one has)
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { InterpreterId, MeetingId, ParticipantId, PlannedMeetingId, ScheduleRunId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { staysEndedReasons } from '../vocabulary.ts';
import { ScheduleRunView } from './runs.ts';
import { publishConflicts } from './words.ts';

/** The plan as it was read. */
export const PublishPlan = z.strictObject({ version: z.int().min(0) });
export type PublishPlan = z.infer<typeof PublishPlan>;

const PublishedMeeting = z.object({
  plannedId: PlannedMeetingId,
  startsAt: InstantText,
  people: z.array(z.object({ participantId: ParticipantId, name: PersonName })),
});

/** A meeting of the plan that could not be booked: something came in between. It stays in the plan, and its wish is not lost. */
export const PublishConflict = PublishedMeeting.extend({ kind: z.enum(publishConflicts) });
export type PublishConflict = z.infer<typeof PublishConflict>;

export const PublishResult = z.object({
  runId: ScheduleRunId,
  publishedAt: InstantText,
  /** Meetings that were booked, that stood before, and people who get a letter. */
  published: z.int(),
  stood: z.int(),
  letters: z.int(),
  conflicts: z.array(PublishConflict),
  /** Booked, and nobody was there to interpret. Results of before do not tell. */
  withoutInterpreter: z.array(PublishedMeeting).optional(),
});
export type PublishResult = z.infer<typeof PublishResult>;

export const RollBackResult = z.object({
  runId: ScheduleRunId,
  rolledBackAt: InstantText,
  /** What the run published and was still to come. */
  cancelled: z.int(),
  /** What has begun, is over, or was cancelled before. */
  kept: z.int(),
  letters: z.int(),
  /** Requests that the run had answered and that are open again. Results of before do not tell. */
  reopened: z.int().optional(),
  /** The others, by why they stay ended. */
  ended: z.array(z.object({ because: z.enum(staysEndedReasons), count: z.int() })).optional(),
});
export type RollBackResult = z.infer<typeof RollBackResult>;

export const ComparisonQuery = z.strictObject({ with: ScheduleRunId });
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

const ComparedMeeting = z.object({
  startsAt: InstantText,
  people: z.array(ParticipantId),
  interpreterId: InterpreterId.nullable(),
});

/** One meeting that is not as it was. Times are null where there is none. `interpreter`: nothing but who interprets, or that nobody does. */
export const PlanDifference = z.object({
  change: z.enum(['added', 'dropped', 'moved', 'reassigned', 'interpreter']),
  people: z.array(ParticipantId),
  before: ComparedMeeting.nullable(),
  after: ComparedMeeting.nullable(),
  meetingId: MeetingId.nullable(),
});
export type PlanDifference = z.infer<typeof PlanDifference>;

/** Of a plan: less is better but for the objective. */
export const PlanMeasures = z.object({
  objective: z.number(),
  /** Who wishes something and meets nobody. */
  withoutPeople: z.int(),
  withoutOrganisations: z.int(),
  /** Minutes outside of office hours on people's own clocks, of all together, and of whoever has most. */
  unsocial: z.int(),
  unsocialMost: z.int(),
});
export type PlanMeasures = z.infer<typeof PlanMeasures>;

export const PlanComparison = z.object({
  before: ScheduleRunView,
  after: ScheduleRunView,
  /** Those who are among the differences. */
  people: z.array(
    z.object({
      participantId: ParticipantId,
      name: PersonName,
      organisation: OrganisationCard,
      before: z.int(),
      after: z.int(),
      gained: z.int(),
      lost: z.int(),
      moved: z.int(),
    }),
  ),
  differences: z.array(PlanDifference),
  /** Who interprets in one of them. */
  interpreters: z.array(z.object({ interpreterId: InterpreterId, name: PersonName })),
  /** What the plans are worth by each measure, as they are now. */
  measures: z.object({ before: PlanMeasures, after: PlanMeasures }),
  /** Meetings that are the same in both. */
  same: z.int(),
});
export type PlanComparison = z.infer<typeof PlanComparison>;
