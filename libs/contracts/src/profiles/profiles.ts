/**
 * profiles: opportunities, the offers and requests of an organisation (its page: cooperation-profile.ts)
 *   GET    /api/organisations/:organisationId/opportunities   signed in, published ones for whoever may see its page; drafts, changes and reasons for its people → 200 OpportunityView[]
 *   POST   /api/organisations/:organisationId/opportunities   its people  OpportunityInput → 201 OpportunityView (draft) | 409 opportunity.too_many | 422 opportunity.does_not_fit
 *   PUT    /api/opportunities/:opportunityId                  its people  OpportunityEdit  → 200 OpportunityView; `opportunity.changed` where somebody was quicker
 *   POST   /api/opportunities/:opportunityId/publish          its people  {} → 200 OpportunityView (published, or handed in where the instance reviews)
 *   POST   /api/opportunities/:opportunityId/withdraw         its people  {} → 200 OpportunityView (a draft again; what waits to be read is taken back first)
 *   POST   /api/opportunities/:opportunityId/renew            its people  {} → 200 OpportunityView (twelve months more)
 *   POST   /api/opportunities/:opportunityId/archive          its people  {} → 200 OpportunityView
 *   POST   /api/opportunities/:opportunityId/restore          its people  {} → 200 OpportunityView (a draft)
 */
import { z } from 'zod';
import { Bilingual, BilingualText, DateText, InstantText, line } from '../common.ts';
import { OpportunityId, OrganisationId } from '../ids.ts';
import { thirdCountriesAtMost } from '../limits.ts';
import {
  cooperationStages,
  dimensions,
  novelties,
  opportunityKinds,
  opportunityStates,
  partnershipForms,
  policyFrameworks,
  revisionStates,
} from '../vocabulary.ts';

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
  /** Of `one-plus-one`: where the two would work together, ISO 3166-1 outside the EU and Japan. */
  thirdCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(thirdCountriesAtMost)
    .default([]),
  stage: z.enum(cooperationStages),
  novelty: z.enum(novelties),
  /** Of `expands`: which agreement, by its id in reference. */
  agreementId: z.string().max(8).nullable().default(null),
  /** Of `expands`: which agreement, in words, where reference does not know it. */
  agreementName: line(160).nullable().default(null),
  frameworks: z.array(z.enum(policyFrameworks)).max(policyFrameworks.length).default([]),
  /** Last day on which it makes sense, if there is one. */
  deadline: DateText.nullable(),
});
export type OpportunityInput = z.infer<typeof OpportunityInput>;

/** `version` is the one that was read: left out, whatever stands there is written over. */
export const OpportunityEdit = OpportunityInput.extend({ version: z.int().min(1).optional() });
export type OpportunityEdit = z.infer<typeof OpportunityEdit>;

/** Why organisers sent a text back. */
export const SentBack = z.object({ because: z.string(), at: InstantText });
export type SentBack = z.infer<typeof SentBack>;

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
  thirdCountries: z.array(z.string()),
  stage: z.enum(cooperationStages),
  novelty: z.enum(novelties),
  agreementId: z.string().nullable(),
  agreementName: z.string().nullable(),
  frameworks: z.array(z.enum(policyFrameworks)),
  deadline: DateText.nullable(),
  state: z.enum(opportunityStates),
  publishedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
  /** Raised with each change of the text. */
  version: z.int(),
  /** Changes beside the published text that the public does not see yet; only its own people do. */
  revision: z.object({ state: z.enum(revisionStates), content: OpportunityInput }).nullable(),
  /** For its own people. */
  sentBack: SentBack.nullable(),
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
