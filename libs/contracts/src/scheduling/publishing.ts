/**
 * a plan published, taken back, compared
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/publish          organiser PublishPlan → 200 PublishResult (again: the same result)
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/roll-back        organiser {}          → 200 RollBackResult (again: the same result)
 *   GET  /api/organise/events/:eventId/schedule/runs/:runId/comparison?with= organiser             → 200 PlanComparison (what `with` had, and what this one has)
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { MeetingId, ParticipantId, PlannedMeetingId, ScheduleRunId } from '../ids.ts';
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

/** One meeting that is not as it was. Times are null where there is none. */
export const PlanDifference = z.object({
  change: z.enum(['added', 'dropped', 'moved', 'reassigned']),
  people: z.array(ParticipantId),
  before: z.object({ startsAt: InstantText, people: z.array(ParticipantId) }).nullable(),
  after: z.object({ startsAt: InstantText, people: z.array(ParticipantId) }).nullable(),
  meetingId: MeetingId.nullable(),
});
export type PlanDifference = z.infer<typeof PlanDifference>;

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
  /** Meetings that are the same in both. */
  same: z.int(),
});
export type PlanComparison = z.infer<typeof PlanComparison>;
