/**
 * registration
 *   GET  /api/events/:eventId/registration/form       @Public                          → 200 RegistrationForm
 *   PUT  /api/events/:eventId/registration/form       organiser RegistrationFormPut    → 200 RegistrationForm (approval and the event's own questions)
 *   GET  /api/events/:eventId/registration            signed in (own)                  → 200 RegistrationView | null
 *   POST /api/events/:eventId/registration            signed in RegistrationInput      → 201 RegistrationView (complete, pending or waitlisted)
 *   PUT  /api/events/:eventId/registration            signed in RegistrationInput      → 200 RegistrationView
 *   POST /api/events/:eventId/registration/withdraw   signed in {}                     → 200 RegistrationView
 *   PUT  /api/events/:eventId/registration/directory  signed in DirectoryPut           → 200 RegistrationView
 *   GET  /api/me/registrations                        signed in                        → 200 MyRegistration[]
 *   GET  /api/events/:eventId/participation           @Public                          → 200 Participation (counts by region; fewer than 5 withheld as null)
 *   GET  /api/events/:eventId/participants/:id        participant                      → 200 ParticipantView | 404
 *   GET  /api/me/blocks                               signed in                        → 200 BlockedPerson[]
 *   PUT  /api/me/blocks/:userId                       signed in {}                     → 204 ; DELETE → 204
 *   GET  /api/events/:eventId/people                  organiser                        → 200 PersonRow[]
 *   GET  /api/events/:eventId/people.csv              organiser PeopleQuery            → 200 text/csv (those who are filtered; cells are safe to open)
 *   GET  /api/events/:eventId/people.xlsx             organiser PeopleQuery            → 200 the same as a workbook
 *   POST /api/registrations/:participantId/approve|reject organiser RegistrationDecision → 200 PersonRow
 */
import { z } from 'zod';
import { BilingualText, BothLanguages, InstantText, LangCode, line, PersonName, prose, ZoneText } from '../common.ts';
import { EventId, ParticipantId, UserId } from '../ids.ts';
import { OrganisationCard, OrganisationChoice } from './organisations.ts';
import { OpportunityView } from '../profiles/profiles.ts';
import { consentPurposes, directoryChoices, organisationKinds, registrationStates, sides } from '../vocabulary.ts';

export const ConsentText = z.object({
  purpose: z.enum(consentPurposes),
  version: z.int(),
  title: BothLanguages,
  text: BothLanguages,
});
export type ConsentText = z.infer<typeof ConsentText>;

export const FormQuestion = z.object({
  key: z.string(),
  kind: z.enum(['text', 'choice', 'consent']),
  required: z.boolean(),
  label: BothLanguages,
  choices: z.array(z.object({ value: z.string(), label: BothLanguages })),
});
export type FormQuestion = z.infer<typeof FormQuestion>;

export const RegistrationForm = z.object({
  eventId: EventId,
  open: z.boolean(),
  /** Places left; null where there are plenty. */
  placesLeft: z.int().nullable(),
  /** The organisers look at each registration before it counts. */
  approval: z.boolean(),
  consents: z.array(ConsentText),
  questions: z.array(FormQuestion),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;

const Label = z.strictObject({ en: line(300), ja: line(300) });

export const RegistrationFormPut = z.strictObject({
  approval: z.boolean(),
  questions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
        kind: z.enum(['text', 'choice', 'consent']),
        required: z.boolean(),
        label: Label,
        choices: z.array(z.strictObject({ value: z.string().regex(/^[a-z0-9-]{1,40}$/), label: Label })).max(20),
      }),
    )
    .max(20)
    .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length, 'the same key twice'),
});
export type RegistrationFormPut = z.infer<typeof RegistrationFormPut>;

/** Given or not, always with the version of the text that was on the screen. */
export const ConsentInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  version: z.int().min(1),
  given: z.boolean(),
});

export const RegistrationInput = z.strictObject({
  name: PersonName,
  organisation: OrganisationChoice,
  department: line(120).nullable(),
  jobTitle: line(120).nullable(),
  /** The same in the other one of English and Japanese; left out where nothing is known of it. */
  departmentOther: line(120).nullable().optional(),
  jobTitleOther: line(120).nullable().optional(),
  workingLanguages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(6),
  lang: LangCode,
  zone: ZoneText,
  directory: z.enum(directoryChoices),
  /** One entry per consent text of the form, given or not. */
  consents: z.array(ConsentInput).max(10),
  answers: z.record(z.string().max(40), z.union([prose(1000), z.boolean()])),
  accessNeeds: prose(500).nullable(),
});
export type RegistrationInput = z.infer<typeof RegistrationInput>;

export const DirectoryPut = z.strictObject({ directory: z.enum(directoryChoices) });
export type DirectoryPut = z.infer<typeof DirectoryPut>;
/** Somebody this person wants nothing to do with; they are not told. */
export const BlockedPerson = z.object({ userId: UserId, name: PersonName.nullable(), at: InstantText });
export type BlockedPerson = z.infer<typeof BlockedPerson>;

export const RegistrationDecision = z.strictObject({ reason: prose(500).nullable() });
export type RegistrationDecision = z.infer<typeof RegistrationDecision>;

export const RegistrationView = z.object({
  participantId: ParticipantId,
  eventId: EventId,
  state: z.enum(registrationStates),
  /** Place on the waiting list, from 1. */
  position: z.int().nullable(),
  name: PersonName,
  organisation: OrganisationCard,
  department: z.string().nullable(),
  jobTitle: z.string().nullable(),
  departmentOther: z.string().nullable().optional(),
  jobTitleOther: z.string().nullable().optional(),
  workingLanguages: z.array(z.string()),
  lang: LangCode,
  zone: ZoneText,
  directory: z.enum(directoryChoices),
  consents: z.array(z.object({ purpose: z.enum(consentPurposes), version: z.int(), given: z.boolean() })),
  answers: z.record(z.string(), z.union([z.string(), z.boolean()])),
  accessNeeds: z.string().nullable(),
  rejectedBecause: z.string().nullable(),
});
export type RegistrationView = z.infer<typeof RegistrationView>;

export const MyRegistration = z.object({
  participantId: ParticipantId,
  eventId: EventId,
  slug: z.string(),
  title: BilingualText,
  startsAt: InstantText,
  endsAt: InstantText,
  zone: ZoneText,
  state: z.enum(registrationStates),
});
export type MyRegistration = z.infer<typeof MyRegistration>;

/** A participant as others may see them. No contact data: that needs a card exchange. */
export const ParticipantCard = z.object({
  participantId: ParticipantId,
  userId: UserId,
  name: PersonName,
  jobTitle: z.string().nullable(),
  department: z.string().nullable(),
  /** The same in the other one of English and Japanese: `jobTitleIn`, `departmentIn` give what a reader reads. */
  jobTitleOther: z.string().nullable().optional(),
  departmentOther: z.string().nullable().optional(),
  workingLanguages: z.array(z.string()),
  zone: ZoneText,
  organisation: OrganisationCard,
});
export type ParticipantCard = z.infer<typeof ParticipantCard>;

export const ParticipantView = ParticipantCard.extend({
  opportunities: z.array(OpportunityView),
});
export type ParticipantView = z.infer<typeof ParticipantView>;

export const Participation = z.object({
  organisations: z.int(),
  eu: z.array(z.object({ regionCode: z.string(), people: z.int().nullable() })),
  jp: z.array(z.object({ regionCode: z.string(), people: z.int().nullable() })),
});
export type Participation = z.infer<typeof Participation>;

/** What the organiser sees of a person. */
export const PersonRow = ParticipantCard.extend({
  address: z.string(),
  state: z.enum(registrationStates),
  lang: LangCode,
  directory: z.enum(directoryChoices),
  registeredAt: InstantText,
  accessNeeds: z.string().nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** Which of an event's people a file is made of, as in `PeopleFilter`, and in whose language. */
export const PeopleQuery = z.strictObject({
  lang: LangCode.default('en'),
  q: z.string().trim().max(100).optional(),
  state: z.enum(registrationStates).optional(),
  side: z.enum(sides).optional(),
  region: z.string().max(8).optional(),
  kind: z.enum(organisationKinds).optional(),
  access: z.literal('needed').optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;
