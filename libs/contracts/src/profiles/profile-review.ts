/**
 * profile review: what organisers of either side do with profiles and opportunities
 *   GET  /api/organise/profiles?state=&q=&page=                     organisers of all → 200 OrganiserProfiles
 *   GET  /api/organise/profiles.csv?lang=&state=&q=                 organisers of all → 200 text/csv
 *   GET  /api/organise/profile-reviews                              organisers of all → 200 ReviewItem[], the longest waiting first
 *   POST /api/organise/profiles/:organisationId/approve             organisers of all  Approval → 200 Reviewed; `profile.changed` where the text is another by now
 *   POST /api/organise/profiles/:organisationId/send-back           organisers of all  Refusal  → 200 Reviewed (its people read the reason)
 *   POST /api/organise/profiles/:organisationId/verify              organisers of all  Verification → 200 OrganiserProfile
 *   POST /api/organise/profiles/:organisationId/membership          organisers of all  MembershipChange → 200 OrganiserProfile
 *   POST /api/organise/opportunities/:opportunityId/approve         organisers of all  Approval → 200 Reviewed
 *   POST /api/organise/opportunities/:opportunityId/send-back       organisers of all  Refusal  → 200 Reviewed
 *   GET  /api/organise/profile-review                               organisers of all → 200 ReviewSetting
 *   PUT  /api/organise/profile-review                               organisers of all  ReviewSetting → 200 ReviewSetting
 */
import { z } from 'zod';
import { InstantText, LangCode, PersonName, prose } from '../common.ts';
import { ProfileContentView } from './cooperation-profile.ts';
import { FileView } from '../files.ts';
import { OpportunityId, OrganisationId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { OpportunityInput } from './profiles.ts';
import { opportunityStates, profileStandings, revisionStates } from '../vocabulary.ts';

/** `version` is the one that was read: nobody approves what they have not seen. */
export const Approval = z.strictObject({ version: z.int().min(1) });
export type Approval = z.infer<typeof Approval>;

export const Refusal = z.strictObject({ version: z.int().min(1), because: prose(1000).min(1) });
export type Refusal = z.infer<typeof Refusal>;

export const Verification = z.strictObject({ verified: z.boolean() });
export type Verification = z.infer<typeof Verification>;

export const MembershipChange = z.strictObject({ member: z.boolean() });
export type MembershipChange = z.infer<typeof MembershipChange>;

/** Whether organisers read each text before it is public. */
export const ReviewSetting = z.strictObject({ required: z.boolean() });
export type ReviewSetting = z.infer<typeof ReviewSetting>;

const waits = {
  organisation: OrganisationCard,
  version: z.int(),
  submittedAt: InstantText,
};

/** What waits to be read, beside what the public reads now. */
export const ReviewItem = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('profile'),
    id: OrganisationId,
    ...waits,
    before: ProfileContentView.nullable(),
    after: ProfileContentView,
    /** Pictures and documents that nobody else sees before it is approved. */
    files: z.array(FileView.extend({ use: z.enum(['logo', 'document']) })),
  }),
  z.object({
    what: z.literal('opportunity'),
    id: OpportunityId,
    ...waits,
    before: OpportunityInput.nullable(),
    after: OpportunityInput,
  }),
]);
export type ReviewItem = z.infer<typeof ReviewItem>;

export const Reviewed = z.object({ state: z.enum(opportunityStates), version: z.int() });
export type Reviewed = z.infer<typeof Reviewed>;

export const organiserProfilesOnPage = 50;
export const OrganiserProfilesQuery = z.strictObject({
  state: z.enum(profileStandings).optional(),
  q: z.string().trim().max(160).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type OrganiserProfilesQuery = z.infer<typeof OrganiserProfilesQuery>;

export const OrganiserProfilesSheet = OrganiserProfilesQuery.omit({ page: true }).extend({
  lang: LangCode.default('en'),
});
export type OrganiserProfilesSheet = z.infer<typeof OrganiserProfilesSheet>;

export const OrganiserProfile = z.object({
  organisation: OrganisationCard,
  slug: z.string(),
  state: z.enum(opportunityStates),
  revision: z.enum(revisionStates).nullable(),
  percent: z.int(),
  publishedOpportunities: z.int(),
  waitingOpportunities: z.int(),
  publishedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
  memberSince: InstantText.nullable(),
  verified: z.object({ at: InstantText, by: PersonName.nullable() }).nullable(),
});
export type OrganiserProfile = z.infer<typeof OrganiserProfile>;

export const OrganiserProfiles = z.object({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** How many there are in each standing, whatever is filtered. */
  counts: z.record(z.enum(profileStandings), z.int()),
  /** Deliverable 4: published profiles with at least one published opportunity. */
  deliverable: z.int(),
  profiles: z.array(OrganiserProfile),
});
export type OrganiserProfiles = z.infer<typeof OrganiserProfiles>;
