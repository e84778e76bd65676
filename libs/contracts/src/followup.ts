/**
 * followup
 *   GET  /api/events/:eventId/follow-up                     participant                  → 200 FollowUpItem[] (own past meetings)
 *   PUT  /api/meetings/:meetingId/outcome                   its people OutcomeInput      → 200 OutcomeView (corrections append)
 *   POST /api/cases/:caseId/confirm                         another party {}             → 200 CaseView
 *   POST /api/cases/:caseId/verify                          organiser {}                 → 200 CaseView
 *   GET  /api/organise/funnel?eventId=                      organiser                    → 200 FunnelView
 *   GET  /api/organise/funnel/:step?eventId=                organiser                    → 200 FunnelRecord[] (the records behind the number)
 *   GET  /api/organise/cases?eventId=                       organiser                    → 200 CaseView[]
 *   GET  /api/organise/heat?eventId=                        organiser                    → 200 RegionHeat
 * Organisers watch `organise:<eventId>` for funnel.changed.
 */
import { z } from 'zod';
import { DateText, prose } from './common.ts';
import { EventId, type CaseId, type MeetingId, type OutcomeId, type ParticipantId } from './ids.ts';
import type { MeetingView } from './meetings.ts';
import type { OrganisationCard } from './organisations.ts';
import {
  caseKinds,
  funnelSteps,
  meetingResults,
  type CaseKind,
  type CaseStatus,
  type EvidenceLevel,
  type FunnelStep,
  type MeetingResult,
} from './vocabulary.ts';

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

export interface OutcomeView extends OutcomeInput {
  outcomeId: OutcomeId;
  meetingId: MeetingId;
  by: ParticipantId;
  at: string;
  /** Earlier answers by the same person that this one corrects. */
  corrections: number;
}

export interface FollowUpItem {
  meeting: MeetingView;
  mine: OutcomeView | null;
  /** What the other side said of the next step, once both have answered. */
  theirs: Pick<OutcomeView, 'followUp' | 'nextStep' | 'nextStepOwner' | 'nextStepDue' | 'kind' | 'at'> | null;
  case: CaseView | null;
}

export interface CaseView {
  caseId: CaseId;
  eventId: EventId;
  status: CaseStatus;
  kind: CaseKind | null;
  title: string;
  parties: OrganisationCard[];
  level: EvidenceLevel;
  nextStep: string | null;
  nextStepDue: string | null;
  initiatedOn: string | null;
  meetingIds: MeetingId[];
  /** A statement of one side that the other contradicts. */
  disputed: boolean;
  mayConfirm: boolean;
}

/** One event, or all that the organiser may see. */
export const FunnelQuery = z.strictObject({ eventId: EventId.optional() });
export type FunnelQuery = z.infer<typeof FunnelQuery>;

export const FunnelStepName = z.enum(funnelSteps);

export interface FunnelView {
  eventId: EventId | null;
  asOf: string;
  steps: {
    step: FunnelStep;
    count: number;
    /** For case steps: how well known. */
    levels: Record<EvidenceLevel, number> | null;
    /** Share of held meetings, 0..1. */
    ofHeld: number | null;
  }[];
  /** ECCP matchmaking events 2016-17 (European Cluster Collaboration Platform, 3 Sep 2018): beside, never as a target. */
  baseline: { held: number; initiated: number; signed: number; nonEuropeanShare: number };
}

export interface FunnelRecord {
  id: string;
  kind: 'request' | 'meeting' | 'case';
  at: string;
  parties: OrganisationCard[];
  people: string[];
  state: string;
  detail: string | null;
}

export interface RegionHeat {
  eu: string[];
  jp: string[];
  cells: { eu: string; jp: string; held: number; cases: number }[];
}
