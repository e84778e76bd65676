/**
 * organisations
 *   GET   /api/organisations?search=&region=   signed in   → 200 OrganisationCard[] (at most 10, best first; the hint at likely duplicates)
 *   GET   /api/organisations/:organisationId   @Public     → 200 OrganisationView
 *   PATCH /api/organisations/:organisationId   admin of it OrganisationPatch → 200 OrganisationView
 */
import { z } from 'zod';
import { line, ZoneText } from './common.ts';
import { OrganisationId } from './ids.ts';
import { organisationKinds, sides } from './vocabulary.ts';

export const OrganisationInput = z.strictObject({
  nameLatin: line(160),
  nameLocal: line(160).nullable(),
  nameKana: line(160).nullable(),
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
