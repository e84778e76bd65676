/**
 * programme (one draft, named releases; people see the newest release)
 *   GET  /api/events/:eventId/programme            @Public                     → 200 ProgrammeView (release null before the first)
 *   GET  /api/events/:eventId/programme/draft      organiser                   → 200 ProgrammeView
 *   POST /api/events/:eventId/programme/imports    organiser ProgrammeImport   → 200 ImportReport (dryRun changes nothing; otherwise the draft, by source and id)
 *   POST /api/events/:eventId/programme/releases   organiser ReleaseInput      → 201 ProgrammeView
 *   GET  /api/events/:eventId/programme/releases   @Public                     → 200 ReleaseSummary[] (public changelog)
 *   GET  /api/sessions/:sessionId                  @Public                     → 200 SessionView
 */
import { z } from 'zod';
import { line, ZoneText, type BilingualText } from './common.ts';
import type { EventId, SessionId, UserId } from './ids.ts';
import { programmeFormats, type SessionKind, type SessionState } from './vocabulary.ts';

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

export interface ImportWarning {
  /** What in the file it is about, such as `days[0].rooms["Hall A"][3]`. */
  where: string;
  code:
    'unknown_field' | 'missing_field' | 'bad_value' | 'outside_event' | 'clash_room' | 'clash_speaker' | 'duplicate_id';
  text: string;
}
export interface ImportReport {
  dryRun: boolean;
  sessions: { created: number; updated: number; unchanged: number; cancelled: number };
  rooms: number;
  tracks: number;
  speakers: number;
  warnings: ImportWarning[];
}

export const ReleaseInput = z.strictObject({ name: line(60) });
export type ReleaseInput = z.infer<typeof ReleaseInput>;

export interface SpeakerCard {
  speakerId: string;
  name: string;
  nameLocal: string | null;
  biography: string | null;
  organisation: string | null;
  userId: UserId | null;
}

export interface SessionView {
  sessionId: SessionId;
  eventId: EventId;
  kind: SessionKind;
  state: SessionState;
  title: BilingualText;
  subtitle: BilingualText | null;
  abstract: BilingualText | null;
  startsAt: string;
  endsAt: string;
  room: string | null;
  track: string | null;
  languages: string[];
  interpreted: boolean;
  speakers: SpeakerCard[];
  /** A stage belongs to it: people can watch it here. */
  online: boolean;
}

export interface ReleaseSummary {
  number: number;
  name: string;
  publishedAt: string;
  changes: {
    kind: 'added' | 'moved' | 'changed' | 'cancelled';
    sessionId: SessionId;
    title: BilingualText;
    /**
     * `added`: now starts. `moved`: was and now start (instants), or was and is in another room (names), one entry each.
     * `changed`: was and is titled, or nulls where something else changed. `cancelled`: was to start.
     */
    was: string | null;
    now: string | null;
  }[];
}

export interface ProgrammeView {
  eventId: EventId;
  release: { number: number; name: string; publishedAt: string } | null;
  sessions: SessionView[];
}
