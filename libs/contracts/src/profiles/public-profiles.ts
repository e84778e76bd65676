/**
 * public profiles: what anybody may read of members, and participants of those they meet at an event
 *   GET /api/profiles?q=&region=&sector=&kind=&side=&seeks=&dimension=&topic=&form=&page=   @Public → 200 ProfileList
 *   GET /api/profiles/:profile   @Public → 200 PublicProfile; participants of an event also of organisations that take part in it
 *   GET /api/me/profile-pages?of=      signed in → 200 ProfilePage[]: of these organisations the pages that the person may open now
 */
import { z } from 'zod';
import { BilingualText, DateText, InstantText } from '../common.ts';
import { ProfileContentView } from './cooperation-profile.ts';
import { EventSlug } from '../programme/events.ts';
import { FileView } from '../files.ts';
import { FileId, OrganisationId } from '../ids.ts';
import { profilePagesAtOnce } from '../limits.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { OpportunityView } from './profiles.ts';
import { dimensions, opportunityKinds, organisationKinds, partnershipForms, sides } from '../vocabulary.ts';

/** The end of a profile's address. */
export const ProfileSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(90);

/** How many profiles stand on a page of the list. */
export const profilesOnPage = 24;

export const ProfileQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .max(160)
    // PostgreSQL cannot hold the null character.
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'not well-formed')
    .default(''),
  /** Keeps to that region and its parts. */
  region: z.string().max(8).optional(),
  sector: z.string().max(40).optional(),
  kind: z.enum(organisationKinds).optional(),
  side: z.enum(sides).optional(),
  /** Those with such an opportunity. */
  seeks: z.enum(opportunityKinds).optional(),
  dimension: z.enum(dimensions).optional(),
  topic: z.string().max(40).optional(),
  form: z.enum(partnershipForms).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type ProfileQuery = z.infer<typeof ProfileQuery>;

export const ProfileCard = z.object({
  slug: z.string(),
  organisation: OrganisationCard,
  summary: BilingualText,
  sectors: z.array(z.string()),
  verified: z.boolean(),
  logo: FileId.nullable(),
  offers: z.int(),
  requests: z.int(),
});
export type ProfileCard = z.infer<typeof ProfileCard>;

const counts = z.array(z.object({ code: z.string(), count: z.int() }));
export const ProfileList = z.object({
  total: z.int(),
  /** Nothing has the words as they were typed: these have words that are spelt alike. */
  similar: z.boolean(),
  page: z.int(),
  pages: z.int(),
  profiles: z.array(ProfileCard),
  /** What filters can be set to, with how many each would show, the others as they are set. */
  regions: counts,
  sectors: counts,
  dimensions: counts,
  topics: counts,
  forms: counts,
});
export type ProfileList = z.infer<typeof ProfileList>;

/** Where one can meet them: somebody of theirs shows themselves in public there. */
export const MeetThemAt = z.object({
  slug: EventSlug,
  title: BilingualText,
  startsAt: InstantText,
  endsAt: InstantText,
  zone: z.string(),
});
export type MeetThemAt = z.infer<typeof MeetThemAt>;

export const PublicProfile = z.object({
  slug: z.string(),
  organisation: OrganisationCard,
  content: ProfileContentView,
  verifiedOn: DateText.nullable(),
  memberSince: DateText.nullable(),
  publishedAt: InstantText,
  changedAt: InstantText,
  logo: FileId.nullable(),
  documents: z.array(FileView),
  opportunities: z.array(OpportunityView),
  meet: z.array(MeetThemAt),
});
export type PublicProfile = z.infer<typeof PublicProfile>;

export const ProfilePagesQuery = z.strictObject({
  /** Organisations, separated by commas. */
  of: z
    .string()
    .max(40 * profilePagesAtOnce)
    .transform((text) => text.split(','))
    .pipe(z.array(OrganisationId).min(1).max(profilePagesAtOnce)),
});
export type ProfilePagesQuery = z.infer<typeof ProfilePagesQuery>;

/** Where the page of an organisation is. */
export const ProfilePage = z.object({ organisationId: OrganisationId, slug: z.string() });
export type ProfilePage = z.infer<typeof ProfilePage>;
