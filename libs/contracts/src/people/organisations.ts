/**
 * organisations
 *   GET   /api/organisations?search=&region=   signed in   → 200 OrganisationCard[] (at most 10, best first; the hint at likely duplicates)
 *   GET   /api/organisations/:organisationId   @Public     → 200 OrganisationView
 *   PATCH /api/organisations/:organisationId   admin of it OrganisationPatch → 200 OrganisationView
 *   GET   /api/me/organisations                signed in   → 200 MyOrganisation[], the oldest first
 *   GET   /api/organise/affiliations           organisers  → 200 AffiliationRequest[] that are theirs to answer, the longest waiting first
 *   POST  /api/affiliations/:affiliationId/approve   admin of it; organisers once it is theirs  Nothing → 200 AffiliationView
 *   POST  /api/affiliations/:affiliationId/decline   the same
 *   POST  /api/affiliations/:affiliationId/end       whose it is; admin of it   Nothing → 200 AffiliationView
 *   POST  /api/affiliations/:affiliationId/hand-over admin of it, to a colleague   Nothing → 200 AffiliationView (the colleague's)
 */
import { z } from 'zod';
import { InstantText, kanaLine, latinLine, line, PersonName, ZoneText } from '../common.ts';
import { AffiliationId, OrganisationId, UserId } from '../ids.ts';
import { affiliationRoles, affiliationStates, organisationKinds, sides } from '../vocabulary.ts';

export const OrganisationInput = z.strictObject({
  nameLatin: latinLine(160),
  nameLocal: line(160).nullable(),
  nameKana: kanaLine(160).nullable(),
  kind: z.enum(organisationKinds),
  /** NUTS code (`DE1`, `ITC4`) or ISO 3166-2 prefecture (`JP-27`). */
  regionCode: z.string().max(8),
  zone: ZoneText,
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
});
export type OrganisationInput = z.infer<typeof OrganisationInput>;

export const OrganisationPatch = OrganisationInput.partial();
export type OrganisationPatch = z.infer<typeof OrganisationPatch>;

/** The query of the search; `region` keeps to that region, its parts and its wholes. */
export const OrganisationSearch = z.strictObject({
  search: z.string().trim().max(160).default(''),
  region: z.string().max(8).optional(),
});
export type OrganisationSearch = z.infer<typeof OrganisationSearch>;

/** Pick one that exists, or make one. */
export const OrganisationChoice = z.discriminatedUnion('choose', [
  z.strictObject({ choose: z.literal('existing'), organisationId: OrganisationId }),
  z.strictObject({ choose: z.literal('new'), organisation: OrganisationInput }),
]);
export type OrganisationChoice = z.infer<typeof OrganisationChoice>;

export const OrganisationCard = z.object({
  organisationId: OrganisationId,
  nameLatin: z.string(),
  nameLocal: z.string().nullable(),
  kind: z.enum(organisationKinds),
  side: z.enum(sides),
  regionCode: z.string(),
  country: z.string(),
});
export type OrganisationCard = z.infer<typeof OrganisationCard>;

export const OrganisationView = OrganisationCard.extend({
  nameKana: z.string().nullable(),
  zone: ZoneText,
  website: z.string().nullable(),
  /** Whether the person who asks may change it. */
  mayEdit: z.boolean(),
});
export type OrganisationView = z.infer<typeof OrganisationView>;

/** A person's place in an organisation. */
export const AffiliationView = z.object({
  affiliationId: AffiliationId,
  userId: UserId,
  name: PersonName,
  role: z.enum(affiliationRoles),
  state: z.enum(affiliationStates),
  requestedAt: InstantText,
  /** From then on the helpdesk may answer, too. Null where nobody was asked. */
  answerBy: InstantText.nullable(),
  /** Whether the person who asks may approve or decline it now. */
  mayAnswer: z.boolean(),
  /** Whether the person who asks may end it now: one's own, or as the administrator a colleague's; never the last administrator's before the others'. */
  mayEnd: z.boolean(),
  /** Whether the person who asks is the administrator and may make this colleague it instead. */
  mayHandOver: z.boolean(),
  /** To recognise a colleague by: only for those who may answer. */
  address: z.string().nullable(),
});
export type AffiliationView = z.infer<typeof AffiliationView>;

/** An organisation that the person belongs to, says to belong to, or was declined by. */
export const MyOrganisation = z.object({
  organisation: OrganisationCard,
  mine: AffiliationView,
  /** Whose answer a request waits for; with nobody here the helpdesk answers. */
  admins: z.array(PersonName),
  /** Everybody who belongs to it or says so, the person included; nobody as long as the person's own place is not active. */
  people: z.array(AffiliationView),
});
export type MyOrganisation = z.infer<typeof MyOrganisation>;

/** A request that no admin has answered in time, or can answer. */
export const AffiliationRequest = AffiliationView.extend({ organisation: OrganisationCard });
export type AffiliationRequest = z.infer<typeof AffiliationRequest>;
