/**
 * cooperation profiles: the year-round page of an organisation
 *   GET  /api/organisations/:organisationId/profile           its people, organisers → 200 ProfileView (an empty draft where nobody has begun)
 *   PUT  /api/organisations/:organisationId/profile           its people  ProfileEdit → 200 ProfileView; `profile.changed` where a colleague was quicker
 *   POST /api/organisations/:organisationId/profile/publish   its people  {} → 200 ProfileView (published, or handed in where the instance reviews)
 *   POST /api/organisations/:organisationId/profile/withdraw  its people  {} → 200 ProfileView (a draft again; what waits to be read is taken back first)
 *   POST /api/organisations/:organisationId/profile/archive   its people  {} → 200 ProfileView
 *   POST /api/organisations/:organisationId/profile/restore   its people  {} → 200 ProfileView (a draft)
 *   PUT  /api/organisations/:organisationId/profile/logo      its people  ProfileLogo → 200 ProfileView (a picture that they sent before, or none)
 *   POST /api/organisations/:organisationId/profile/documents its people  ProfileDocument → 200 ProfileView
 *   DELETE /api/organisations/:organisationId/profile/documents/:fileId   its people → 200 ProfileView
 *   POST /api/organisations/:organisationId/renew             its people  {} → 200 Renewed (profile and opportunities that end within 60 days or have ended)
 */
import { z } from 'zod';
import { BilingualText, InstantText, LangCode, PersonName, prose } from '../common.ts';
import { FileView } from '../files.ts';
import { FileId, OpportunityId, OrganisationId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { OpportunityView, SentBack } from './profiles.ts';
import { novelties, opportunityStates, organisationSizes, profileFields, revisionStates } from '../vocabulary.ts';

/** A text in both languages that may still be empty; an empty one is null. */
const text = (max: number) => {
  const words = prose(max)
    .transform((typed) => typed || null)
    .nullable();
  return z.strictObject({ en: words, ja: words, original: LangCode });
};

export const ProfileContent = z.strictObject({
  /** Two sentences for lists. */
  summary: text(300),
  description: text(3000),
  aims: text(1500),
  lookingFor: text(1500),
  /** Codes of `sectors` in reference. */
  sectors: z.array(z.string().max(40)).max(6),
  size: z.enum(organisationSizes).nullable(),
  /** ISO 639-1. */
  workingLanguages: z.array(z.string().regex(/^[a-z]{2}$/)).max(8),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** New contacts, more from an existing agreement, or both. */
  seeks: z.array(z.enum(novelties)).max(2),
});
export type ProfileContent = z.infer<typeof ProfileContent>;

/** `version` is the one that was read. */
export const ProfileEdit = z.strictObject({ version: z.int().min(1), content: ProfileContent });
export type ProfileEdit = z.infer<typeof ProfileEdit>;

export const ProfileLogo = z.strictObject({ fileId: FileId.nullable() });
export type ProfileLogo = z.infer<typeof ProfileLogo>;

export const ProfileDocument = z.strictObject({ fileId: FileId });
export type ProfileDocument = z.infer<typeof ProfileDocument>;

export const ProfileContentView = z.object({
  summary: BilingualText,
  description: BilingualText,
  aims: BilingualText,
  lookingFor: BilingualText,
  sectors: z.array(z.string()),
  size: z.enum(organisationSizes).nullable(),
  workingLanguages: z.array(z.string()),
  website: z.string().nullable(),
  seeks: z.array(z.enum(novelties)),
});

/** A profile as its own people and organisers see it. */
export const ProfileView = z.object({
  organisation: OrganisationCard,
  /** Null before anybody has written anything. */
  slug: z.string().nullable(),
  state: z.enum(opportunityStates),
  /** What is public where `state` is `published`; else what is being written. */
  content: ProfileContentView,
  /** Changes beside a published text, and whether they wait to be read. */
  revision: z.object({ state: z.enum(revisionStates), content: ProfileContentView }).nullable(),
  sentBack: SentBack.nullable(),
  /** Raised with each change of the text; 1 before anybody has written anything. */
  version: z.int(),
  submittedAt: InstantText.nullable(),
  publishedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
  logo: FileView.nullable(),
  documents: z.array(FileView),
  /** Those of them that nobody else sees yet: they wait with the revision. */
  waitingFiles: z.array(FileId),
  /** Organisers have seen that the organisation is what it says. */
  verified: z.object({ at: InstantText, by: PersonName.nullable() }).nullable(),
  /** The organisation has joined the platform: from then on a published profile is public. */
  memberSince: InstantText.nullable(),
  /** Whether organisers read texts before they are public. */
  reviewed: z.boolean(),
  mayWrite: z.boolean(),
  mayReview: z.boolean(),
});
export type ProfileView = z.infer<typeof ProfileView>;

export const Renewed = z.object({
  profile: ProfileView,
  opportunities: z.array(OpportunityView),
  /** What was not renewed since its last day is over: edit the deadline first. */
  over: z.array(OpportunityId),
});
export type Renewed = z.infer<typeof Renewed>;

/** What `profile.changed` carries: what a colleague has changed since, and what stands there now. */
export const ProfileChanged = z.object({
  organisationId: OrganisationId,
  version: z.int(),
  fields: z.array(z.enum(profileFields)),
  by: PersonName.nullable(),
  content: ProfileContentView,
});
export type ProfileChanged = z.infer<typeof ProfileChanged>;
