/**
 * profiles (a cooperation profile is the year-round page of an organisation; opportunities are its offers and requests)
 *   GET    /api/organisations/:organisationId/opportunities   signed in, published ones for all, drafts for its people → 200 OpportunityView[]
 *   POST   /api/organisations/:organisationId/opportunities   its people  OpportunityInput → 201 OpportunityView (draft)
 *   PUT    /api/opportunities/:opportunityId                  its people  OpportunityInput → 200 OpportunityView
 *   POST   /api/opportunities/:opportunityId/publish          its people  {}               → 200 OpportunityView (published, or submitted where the instance reviews)
 *   POST   /api/opportunities/:opportunityId/archive          its people  {}               → 200 OpportunityView
 */
import { z } from 'zod';
import { Bilingual, BilingualText, DateText, InstantText } from './common.ts';
import { OpportunityId, OrganisationId } from './ids.ts';
import {
  cooperationStages,
  dimensions,
  novelties,
  opportunityKinds,
  opportunityStates,
  partnershipForms,
} from './vocabulary.ts';

export const OpportunityInput = z.strictObject({
  kind: z.enum(opportunityKinds),
  title: Bilingual(120),
  summary: Bilingual(1200),
  dimension: z.enum(dimensions),
  /** Second level: a code of `topics` in reference. */
  topic: z.string().max(40),
  form: z.enum(partnershipForms),
  /** Regions or countries wished for; empty means anywhere on the other side. */
  targetRegions: z.array(z.string().max(8)).max(12),
  stage: z.enum(cooperationStages),
  novelty: z.enum(novelties),
  /** Last day on which it makes sense, if there is one. */
  deadline: DateText.nullable(),
});
export type OpportunityInput = z.infer<typeof OpportunityInput>;

export const OpportunityView = z.object({
  opportunityId: OpportunityId,
  organisationId: OrganisationId,
  kind: z.enum(opportunityKinds),
  title: BilingualText,
  summary: BilingualText,
  dimension: z.enum(dimensions),
  topic: z.string(),
  form: z.enum(partnershipForms),
  targetRegions: z.array(z.string()),
  stage: z.enum(cooperationStages),
  novelty: z.enum(novelties),
  deadline: DateText.nullable(),
  state: z.enum(opportunityStates),
  publishedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
});
export type OpportunityView = z.infer<typeof OpportunityView>;
/** An opportunity as cited elsewhere. */
export const OpportunityCard = OpportunityView.pick({
  opportunityId: true,
  kind: true,
  title: true,
  dimension: true,
  topic: true,
});
export type OpportunityCard = z.infer<typeof OpportunityCard>;
