/**
 * followup
 *   GET  /api/events/:eventId/follow-up                     participant                  → 200 FollowUpItem[] (own past meetings)
 *   PUT  /api/meetings/:meetingId/outcome                   its people OutcomeInput      → 200 OutcomeView (corrections append)
 *   POST /api/cases/:caseId/confirm                         another party {}             → 200 CaseView
 *   POST /api/cases/:caseId/verify                          organiser {}                 → 200 CaseView
 *   GET  /api/organise/funnel?eventId=                      organiser                    → 200 FunnelView
 *   GET  /api/organise/funnel/:step?eventId=&level=&eu=&jp= organiser                    → 200 FunnelRecord[] (the records behind the number)
 *   GET  /api/organise/cases?eventId=                       organiser                    → 200 CaseView[]
 *   GET  /api/organise/heat?eventId=                        organiser                    → 200 RegionHeat
 * Organisers watch `organise:<eventId>` for funnel.changed.
 */
import { z } from 'zod';
import { DateText, InstantText, PersonName, prose } from './common.ts';
import { CaseId, EventId, MeetingId, OutcomeId, ParticipantId } from './ids.ts';
import { MeetingView } from './meetings/meetings.ts';
import { OrganisationCard } from './people/organisations.ts';
import { caseKinds, caseStatuses, evidenceLevels, funnelSteps, meetingResults } from './vocabulary.ts';

/** The ten-second form. `nextStep` names a joint action; with owner and date it claims that a cooperation case begins. */
export const OutcomeInput = z.strictObject({
  result: z.enum(meetingResults),
  followUp: z.enum(['agreed', 'perhaps', 'none']),
  nextStep: prose(400).nullable(),
  nextStepOwner: z.enum(['me', 'them', 'both']).nullable(),
  nextStepDue: DateText.nullable(),
  kind: z.enum(caseKinds).nullable(),
  note: prose(1000).nullable(),
});
export type OutcomeInput = z.infer<typeof OutcomeInput>;

export const OutcomeView = OutcomeInput.extend({
  outcomeId: OutcomeId,
  meetingId: MeetingId,
  by: ParticipantId,
  at: InstantText,
  /** Earlier answers by the same person that this one corrects. */
  corrections: z.int(),
});
export type OutcomeView = z.infer<typeof OutcomeView>;

export const CaseView = z.object({
  caseId: CaseId,
  eventId: EventId,
  status: z.enum(caseStatuses),
  kind: z.enum(caseKinds).nullable(),
  title: z.string(),
  parties: z.array(OrganisationCard),
  level: z.enum(evidenceLevels),
  nextStep: z.string().nullable(),
  nextStepDue: DateText.nullable(),
  initiatedOn: DateText.nullable(),
  meetingIds: z.array(MeetingId),
  /** A statement of one side that the other contradicts. */
  disputed: z.boolean(),
  mayConfirm: z.boolean(),
});
export type CaseView = z.infer<typeof CaseView>;

export const FollowUpItem = z.object({
  meeting: MeetingView,
  mine: OutcomeView.nullable(),
  /** What the other side said of the next step, once both have answered. */
  theirs: OutcomeView.pick({
    followUp: true,
    nextStep: true,
    nextStepOwner: true,
    nextStepDue: true,
    kind: true,
    at: true,
  }).nullable(),
  case: CaseView.nullable(),
});
export type FollowUpItem = z.infer<typeof FollowUpItem>;

/** One event, or all that the organiser may see. */
export const FunnelQuery = z.strictObject({ eventId: EventId.optional() });
export type FunnelQuery = z.infer<typeof FunnelQuery>;

/** Behind a number: all of it, or only cases that are known so well, or only those of a region and a prefecture. */
export const FunnelRecordsQuery = FunnelQuery.extend({
  level: z.enum(evidenceLevels).optional(),
  eu: z.string().max(8).optional(),
  jp: z.string().max(8).optional(),
}).refine(({ eu, jp }) => (eu === undefined) === (jp === undefined), 'a region and a prefecture, or neither');
export type FunnelRecordsQuery = z.infer<typeof FunnelRecordsQuery>;

export const FunnelStepName = z.enum(funnelSteps);

export const FunnelView = z.object({
  eventId: EventId.nullable(),
  asOf: InstantText,
  steps: z.array(
    z.object({
      step: z.enum(funnelSteps),
      count: z.int(),
      /** For case steps: how well known. */
      levels: z.record(z.enum(evidenceLevels), z.int()).nullable(),
      /** Share of held meetings, 0..1. */
      ofHeld: z.number().nullable(),
    }),
  ),
  /** How what was held is known, and what may still change: each counted apart. */
  held: z.object({
    measured: z.int(),
    declared: z.int(),
    decided: z.int(),
    /** Of those held: the time for a dispute has not run out, or one waits. */
    provisional: z.int(),
  }),
  /** Meetings that an outage excuses: counted for nobody. */
  excluded: z.int(),
  /** Verdicts that somebody disputes and nobody has decided. */
  disputed: z.int(),
  /** ECCP matchmaking events 2016-17 (European Cluster Collaboration Platform, 3 Sep 2018): beside, never as a target. */
  baseline: z.object({ held: z.int(), initiated: z.int(), signed: z.int(), nonEuropeanShare: z.number() }),
});
export type FunnelView = z.infer<typeof FunnelView>;

export const FunnelRecord = z.object({
  id: z.string(),
  kind: z.enum(['request', 'meeting', 'case']),
  at: InstantText,
  parties: z.array(OrganisationCard),
  people: z.array(PersonName),
  state: z.string(),
  detail: z.string().nullable(),
});
export type FunnelRecord = z.infer<typeof FunnelRecord>;

export const RegionHeat = z.object({
  eu: z.array(z.string()),
  jp: z.array(z.string()),
  cells: z.array(z.object({ eu: z.string(), jp: z.string(), held: z.int(), cases: z.int() })),
});
export type RegionHeat = z.infer<typeof RegionHeat>;
