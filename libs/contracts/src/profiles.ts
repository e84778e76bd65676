/**
 * profiles (a cooperation profile is the year-round page of an organisation; opportunities are its offers and requests)
 *   GET    /api/organisations/:organisationId/opportunities   signed in, published ones for all, drafts for its people → 200 OpportunityView[]
 *   POST   /api/organisations/:organisationId/opportunities   its people  OpportunityInput → 201 OpportunityView (draft)
 *   PUT    /api/opportunities/:opportunityId                  its people  OpportunityInput → 200 OpportunityView
 *   POST   /api/opportunities/:opportunityId/publish          its people  {}               → 200 OpportunityView (published, or submitted where the instance reviews)
 *   POST   /api/opportunities/:opportunityId/archive          its people  {}               → 200 OpportunityView
 */
import { z } from 'zod';
import { Bilingual, DateText, type BilingualText } from './common.ts';
import type { OpportunityId, OrganisationId } from './ids.ts';
import {
  cooperationStages,
  dimensions,
  novelties,
  opportunityKinds,
  partnershipForms,
  type CooperationStage,
  type Dimension,
  type Novelty,
  type OpportunityKind,
  type OpportunityState,
  type PartnershipForm,
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

export interface OpportunityView {
  opportunityId: OpportunityId;
  organisationId: OrganisationId;
  kind: OpportunityKind;
  title: BilingualText;
  summary: BilingualText;
  dimension: Dimension;
  topic: string;
  form: PartnershipForm;
  targetRegions: string[];
  stage: CooperationStage;
  novelty: Novelty;
  deadline: string | null;
  state: OpportunityState;
  publishedAt: string | null;
  expiresAt: string | null;
}
/** An opportunity as cited elsewhere. */
export type OpportunityCard = Pick<OpportunityView, 'opportunityId' | 'kind' | 'title' | 'dimension' | 'topic'>;
