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
 *   GET  /api/events/:eventId/participants            participant ?q=                  → 200 ParticipantCard[] (the directory: consent and blocks honoured)
 *   GET  /api/events/:eventId/participants/:id        participant                      → 200 ParticipantView | 404
 *   PUT  /api/me/blocks/:userId                       signed in {}                     → 204 ; DELETE → 204
 *   GET  /api/events/:eventId/people                  organiser                        → 200 PersonRow[]
 *   POST /api/registrations/:participantId/approve|reject organiser RegistrationDecision → 200 PersonRow
 */
import { z } from 'zod';
import { LangCode, line, PersonName, prose, ZoneText, type BilingualText } from './common.ts';
import type { EventId, ParticipantId, UserId } from './ids.ts';
import { OrganisationChoice, type OrganisationCard } from './organisations.ts';
import type { OpportunityView } from './profiles.ts';
import {
  consentPurposes,
  directoryChoices,
  langs,
  type ConsentPurpose,
  type DirectoryChoice,
  type Lang,
  type RegistrationState,
} from './vocabulary.ts';

export interface ConsentText {
  purpose: ConsentPurpose;
  version: number;
  title: { en: string; ja: string };
  text: { en: string; ja: string };
}

export interface FormQuestion {
  key: string;
  kind: 'text' | 'choice' | 'consent';
  required: boolean;
  label: { en: string; ja: string };
  choices: { value: string; label: { en: string; ja: string } }[];
}

export interface RegistrationForm {
  eventId: EventId;
  open: boolean;
  /** Places left; null where there are plenty. */
  placesLeft: number | null;
  /** The organisers look at each registration before it counts. */
  approval: boolean;
  consents: ConsentText[];
  questions: FormQuestion[];
}

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

/** The query of the directory: words of a name, a title or an organisation. */
export const DirectoryQuery = z.strictObject({ q: z.string().trim().max(100).default('') });
export type DirectoryQuery = z.infer<typeof DirectoryQuery>;

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
export const RegistrationDecision = z.strictObject({ reason: prose(500).nullable() });
export type RegistrationDecision = z.infer<typeof RegistrationDecision>;

export interface RegistrationView {
  participantId: ParticipantId;
  eventId: EventId;
  state: RegistrationState;
  /** Place on the waiting list, from 1. */
  position: number | null;
  name: PersonName;
  organisation: OrganisationCard;
  department: string | null;
  jobTitle: string | null;
  workingLanguages: string[];
  lang: Lang;
  zone: string;
  directory: DirectoryChoice;
  consents: { purpose: ConsentPurpose; version: number; given: boolean }[];
  answers: Record<string, string | boolean>;
  accessNeeds: string | null;
  rejectedBecause: string | null;
}

export interface MyRegistration {
  participantId: ParticipantId;
  eventId: EventId;
  slug: string;
  title: BilingualText;
  startsAt: string;
  endsAt: string;
  zone: string;
  state: RegistrationState;
}

/** A participant as others may see them. No contact data: that needs a card exchange. */
export interface ParticipantCard {
  participantId: ParticipantId;
  userId: UserId;
  name: PersonName;
  jobTitle: string | null;
  department: string | null;
  workingLanguages: string[];
  zone: string;
  organisation: OrganisationCard;
}

export interface ParticipantView extends ParticipantCard {
  opportunities: OpportunityView[];
}

export interface Participation {
  organisations: number;
  eu: { regionCode: string; people: number | null }[];
  jp: { regionCode: string; people: number | null }[];
}

/** What the organiser sees of a person. */
export interface PersonRow extends ParticipantCard {
  address: string;
  state: RegistrationState;
  lang: (typeof langs)[number];
  directory: DirectoryChoice;
  registeredAt: string;
  accessNeeds: string | null;
}
