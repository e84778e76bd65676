/**
 * programme (one draft, named releases; people see the newest release)
 *   GET  /api/events/:eventId/programme            @Public                     → 200 ProgrammeView (release null before the first)
 *   GET  /api/events/:eventId/programme/draft      organiser                   → 200 ProgrammeView
 *   POST /api/events/:eventId/programme/imports    organiser ProgrammeImport   → 200 ImportReport (dryRun changes nothing; otherwise the draft, by source and id)
 *   POST /api/events/:eventId/programme/releases   organiser ReleaseInput      → 201 ProgrammeView
 *   GET  /api/events/:eventId/programme/releases   @Public                     → 200 ReleaseSummary[] (public changelog)
 *   GET  /api/events/:eventId/programme/speakers   organiser                   → 200 SpeakerRow[] (of the draft, by name)
 *   PUT  /api/events/:eventId/programme/speakers/:speakerId/account organiser SpeakerAccountPut → 200 SpeakerRow (at once, without a release)
 *   DELETE /api/events/:eventId/programme/speakers/:speakerId/account organiser → 200 SpeakerRow
 *   GET  /api/sessions/:sessionId                  @Public                     → 200 SessionView
 */
import { z } from 'zod';
import { BilingualText, InstantText, LangCode, line, PersonName, ZoneText } from '../common.ts';
import { MailAddress } from '../people/identity.ts';
import { EventId, ParticipantId, SessionId, UserId } from '../ids.ts';
import { programmeFormats, sessionKinds, sessionStates } from '../vocabulary.ts';

/** The importer reads a file as text; 4 MiB at most. */
export const ProgrammeImport = z.strictObject({
  format: z.enum(programmeFormats),
  text: z
    .string()
    .min(2)
    .max(4 * 1024 * 1024),
  /** Needed where the file names no time zone. */
  zone: ZoneText.nullable(),
  dryRun: z.boolean(),
});
export type ProgrammeImport = z.infer<typeof ProgrammeImport>;

export const ImportWarning = z.object({
  /** What in the file it is about, such as `days[0].rooms["Hall A"][3]`. */
  where: z.string(),
  code: z.enum([
    'unknown_field',
    'missing_field',
    'bad_value',
    'outside_event',
    'clash_room',
    'clash_speaker',
    'duplicate_id',
  ]),
  text: z.string(),
});
export type ImportWarning = z.infer<typeof ImportWarning>;
export const ImportReport = z.object({
  dryRun: z.boolean(),
  sessions: z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), cancelled: z.int() }),
  rooms: z.int(),
  tracks: z.int(),
  speakers: z.int(),
  warnings: z.array(ImportWarning),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ReleaseInput = z.strictObject({ name: line(60) });
export type ReleaseInput = z.infer<typeof ReleaseInput>;

export const SpeakerCard = z.object({
  speakerId: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  biography: z.string().nullable(),
  organisation: z.string().nullable(),
  /** In Japanese, where the programme's file says it. */
  organisationLocal: z.string().nullable(),
});
export type SpeakerCard = z.infer<typeof SpeakerCard>;

export const SessionView = z.object({
  sessionId: SessionId,
  eventId: EventId,
  kind: z.enum(sessionKinds),
  state: z.enum(sessionStates),
  title: BilingualText,
  subtitle: BilingualText.nullable(),
  abstract: BilingualText.nullable(),
  startsAt: InstantText,
  endsAt: InstantText,
  room: z.string().nullable(),
  /** In Japanese, where the programme's file says it. */
  roomLocal: z.string().nullable(),
  track: z.string().nullable(),
  trackLocal: z.string().nullable(),
  languages: z.array(z.string()),
  interpreted: z.boolean(),
  speakers: z.array(SpeakerCard),
  /** A stage belongs to it: people can watch it here. */
  online: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const ReleaseSummary = z.object({
  number: z.int(),
  name: z.string(),
  publishedAt: InstantText,
  changes: z.array(
    z.object({
      kind: z.enum(['added', 'moved', 'changed', 'cancelled']),
      sessionId: SessionId,
      title: BilingualText,
      /**
       * `added`: now starts. `moved`: was and now start (instants), or was and is in another room (names), one entry each.
       * `changed`: was and is titled, or nulls where something else changed. `cancelled`: was to start.
       */
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
});
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

export const ProgrammeView = z.object({
  eventId: EventId,
  release: z.object({ number: z.int(), name: z.string(), publishedAt: InstantText }).nullable(),
  sessions: z.array(SessionView),
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;

/** A speaker of a programme; people are `UserId`s. */
export const SpeakerId = z.uuid();

/** Whose account a speaker is: of a mail address, made if there is none, or of somebody who takes part. */
export const SpeakerAccountPut = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('address'),
    address: MailAddress,
    /** The language of letters to an account that is made. */
    lang: LangCode,
  }),
  z.strictObject({ by: z.literal('participant'), participantId: ParticipantId }),
]);
export type SpeakerAccountPut = z.infer<typeof SpeakerAccountPut>;

export const SpeakerRow = z.object({
  speakerId: SpeakerId,
  name: z.string(),
  nameLocal: z.string().nullable(),
  organisation: z.string().nullable(),
  organisationLocal: z.string().nullable(),
  sessions: z.array(z.object({ sessionId: SessionId, title: BilingualText, startsAt: InstantText })),
  account: z
    .object({
      userId: UserId,
      address: z.string(),
      /** Null until they sign in and say it; told only where they take part, or to who organises every event. */
      name: PersonName.nullable(),
      participates: z.boolean(),
    })
    .nullable(),
  /** Who linked or unlinked last, and when; null where a file or nobody did. */
  lastChange: z.object({ did: z.enum(['linked', 'unlinked']), by: PersonName.nullable(), at: InstantText }).nullable(),
});
export type SpeakerRow = z.infer<typeof SpeakerRow>;
