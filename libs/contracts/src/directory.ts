/**
 * directory: who and which organisations can be found at an event
 *   GET    /api/events/:eventId/directory                participant ?DirectorySearch → 200 DirectoryPeople
 *   GET    /api/events/:eventId/directory/organisations  participant ?DirectorySearch → 200 DirectoryOrganisations
 *   GET    /api/me/directory-filters                     signed in                    → 200 SavedFilter[] the newest first
 *   POST   /api/me/directory-filters                     signed in SavedFilterInput   → 201 SavedFilter (a name used before is replaced)
 *   DELETE /api/me/directory-filters/:filterId           signed in                    → 204
 */
import { z } from 'zod';
import { InstantText, LangCode, line } from './common.ts';
import { FilterId } from './ids.ts';
import { OrganisationCard } from './people/organisations.ts';
import { OpportunityCard } from './profiles/profiles.ts';
import { ParticipantCard } from './people/registration.ts';
import {
  cooperationStages,
  dimensions,
  novelties,
  opportunityKinds,
  organisationKinds,
  partnershipForms,
  policyFrameworks,
  sides,
} from './vocabulary.ts';

/** A prefecture (`JP-27`), or the ISO code of a country. */
const Place = z.string().regex(/^[A-Z]{2}(-\d{2})?$/);
/** A region of the EU: `DE1`, `ITC4`. */
const Region = z.string().regex(/^[A-Z]{2}[A-Z0-9]{1,3}$/);
/** A code of `topics` in reference. */
const Topic = z.string().regex(/^[a-z-]{1,40}$/);
/** A region, a prefecture or any country. */
const Target = z.string().regex(/^[A-Z]{2}[A-Z0-9-]{0,3}$/);
const Language = z.string().regex(/^[a-z]{2}$/);

/** Words of a name, a title, an organisation or what it offers and seeks, in any script. */
const Words = z
  .string()
  .trim()
  .max(100)
  // PostgreSQL cannot hold the null character.
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'not well-formed')
  .default('');

const several = <T extends z.ZodType>(one: T) => z.array(one).max(60).default([]);

/** What the directory is narrowed by. An empty list narrows nothing; within a list one of them is enough. */
export const DirectoryFilter = z.strictObject({
  q: Words,
  side: several(z.enum(sides)),
  place: several(Place),
  kind: several(z.enum(organisationKinds)),
  language: several(Language),
  dimension: several(z.enum(dimensions)),
  /** Whether they published an offer, or a request. */
  opportunity: several(z.enum(opportunityKinds)),
  region: several(Region),
  topic: several(Topic),
  form: several(z.enum(partnershipForms)),
  stage: several(z.enum(cooperationStages)),
  novelty: several(z.enum(novelties)),
  /** Where they wish for a partner, or would work together. */
  target: several(Target),
  framework: several(z.enum(policyFrameworks)),
  /** Leaves out with whom a request is open or a meeting was booked. */
  notMet: z.boolean().default(false),
});
export type DirectoryFilter = z.infer<typeof DirectoryFilter>;

/** One value, or several under the same name. */
const queried = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).max(60)]).optional();

/** The same as a query; `after` is the `next` of the page before. */
export const DirectorySearch = z.strictObject({
  q: Words,
  side: queried(z.enum(sides)),
  place: queried(Place),
  kind: queried(z.enum(organisationKinds)),
  language: queried(Language),
  dimension: queried(z.enum(dimensions)),
  opportunity: queried(z.enum(opportunityKinds)),
  region: queried(Region),
  topic: queried(Topic),
  form: queried(z.enum(partnershipForms)),
  stage: queried(z.enum(cooperationStages)),
  novelty: queried(z.enum(novelties)),
  target: queried(Target),
  framework: queried(z.enum(policyFrameworks)),
  notMet: z.enum(['true', 'false']).default('false'),
  /** In whose order people stand: of readings in Japanese, of Latin family names in English; the account's language when left out. */
  lang: LangCode.optional(),
  after: z
    .string()
    .max(1200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
});
export type DirectorySearch = z.infer<typeof DirectorySearch>;

/** How many each choice would show, the other groups of choices as they are set; a group does not count against itself. */
const counts = z.array(z.object({ value: z.string(), count: z.int() }));
export const DirectoryFacets = z.object({
  side: counts,
  place: counts,
  kind: counts,
  language: counts,
  dimension: counts,
  opportunity: counts,
  region: counts,
  topic: counts,
  form: counts,
  stage: counts,
  novelty: counts,
  target: counts,
  framework: counts,
  notMet: z.int(),
});
export type DirectoryFacets = z.infer<typeof DirectoryFacets>;

const Found = z.object({
  /** All that were found, on this page and others. */
  total: z.int(),
  /** Nobody is spelt as asked: these are spelt alike. */
  similar: z.boolean(),
  /** Words that those on this page have instead, as they are written there; empty unless `similar`. */
  meant: z.array(z.string()),
  /** Asks for the next page; null on the last. */
  next: z.string().nullable(),
  facets: DirectoryFacets,
});

export const DirectoryPerson = ParticipantCard.extend({
  /** What their organisation published, the newest first; a few. */
  opportunities: z.array(OpportunityCard),
  /** A request is open or a meeting was booked. */
  inTouch: z.boolean(),
  /** I said that I am not interested. They do not know. */
  dismissed: z.boolean(),
});
export type DirectoryPerson = z.infer<typeof DirectoryPerson>;

export const DirectoryPeople = Found.extend({ people: z.array(DirectoryPerson) });
export type DirectoryPeople = z.infer<typeof DirectoryPeople>;

export const DirectoryOrganisation = z.object({
  organisation: OrganisationCard,
  /** Who of them can be found, the first who registered. */
  people: z.array(ParticipantCard.pick({ participantId: true, name: true, jobTitle: true, jobTitleOther: true })),
  /** How many of them there are. */
  peopleTotal: z.int(),
  opportunities: z.array(OpportunityCard),
});
export type DirectoryOrganisation = z.infer<typeof DirectoryOrganisation>;

export const DirectoryOrganisations = Found.extend({ organisations: z.array(DirectoryOrganisation) });
export type DirectoryOrganisations = z.infer<typeof DirectoryOrganisations>;

export const SavedFilterInput = z.strictObject({ name: line(60), filter: DirectoryFilter });
export type SavedFilterInput = z.infer<typeof SavedFilterInput>;

export const SavedFilter = z.object({
  filterId: FilterId,
  name: z.string(),
  filter: DirectoryFilter,
  savedAt: InstantText,
});
export type SavedFilter = z.infer<typeof SavedFilter>;
