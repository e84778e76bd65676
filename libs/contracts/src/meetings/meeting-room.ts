/**
 * meeting room (what goes on in a meeting's room beside picture and sound)
 *   GET    /api/meetings/:meetingId/room                     its people, organiser        → 200 MeetingRoomView
 *   PUT    /api/meetings/:meetingId/room/mode                its people  RoomModeInput    → 200 MeetingRoomView
 *   POST   /api/meetings/:meetingId/room/extension           its people  {}               → 200 MeetingRoomView (asks for five minutes more, or agrees; 409 extension.not_free, extension.not_now)
 *   DELETE /api/meetings/:meetingId/room/extension           its people                   → 200 MeetingRoomView (takes back, or says no)
 *   PUT    /api/meetings/:meetingId/room/plan-b              its people, organiser PlanBInput → 200 MeetingRoomView (a side proposes, an organiser sets)
 *   POST   /api/meetings/:meetingId/room/plan-b/agreement    its people  AgreePlanB       → 200 MeetingRoomView (409 plan_b.changed)
 *   DELETE /api/meetings/:meetingId/room/plan-b              its people (what is only proposed), organiser → 200 MeetingRoomView
 *   POST   /api/meetings/:meetingId/room/help                its people  HelpInput        → 200 MeetingRoomView
 *   GET    /api/organise/events/:eventId/help-requests       organiser                    → 200 HelpRequestCard[] (open ones first, then those of the last hours)
 *   POST   /api/organise/events/:eventId/help-requests/:helpRequestId/answer  organiser HelpAnswer → 200 HelpRequestCard
 *   POST   /api/organise/events/:eventId/meetings/:meetingId/missing/call      organiser Nothing → 200 MissingCall; at most once a minute
 *   GET    /api/meetings/:meetingId/notes                    its people                   → 200 NotesSnapshot
 * Watch topic `meeting:<meetingId>` (`room.changed`); shared notes are written by `notes.update` on the socket: realtime.ts.
 */
import { z } from 'zod';
import { InstantText, prose } from '../common.ts';
import { EventId, HelpRequestId, MeetingId, ParticipantId, PlanBId } from '../ids.ts';
import { helpTopics, planBKinds, roomModes } from '../vocabulary.ts';

/** Minutes that one extension adds. */
export const extensionMinutes = 5;
/** A meeting is extended so often at the most. */
export const extensionsAtMost = 2;
/** Days after a meeting in which its notes can still be written. */
export const notesOpenDays = 3;

/** What a person sends: everything, no picture, or neither picture nor voice. All of them are normal. */
export const RoomModeInput = z.strictObject({ mode: z.enum(roomModes) });
export type RoomModeInput = z.infer<typeof RoomModeInput>;

/** Over https, to a host with a dot, without a name or password inside it, in letters that look like no others. */
const safeLink = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d{1,5})?([/?#][!-~]*)?$/i;

/** Where one meets instead: a page elsewhere, over https only, or a telephone number with what to dial. */
export const PlanBInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), value: z.string().max(500).regex(safeLink, 'not a link over https') }),
  z.strictObject({
    kind: z.literal('phone'),
    value: z
      .string()
      .trim()
      .max(60)
      .regex(/^\+?[0-9][0-9 ()/.,#*-]{4,}$/, 'not a telephone number'),
  }),
]);
export type PlanBInput = z.infer<typeof PlanBInput>;

/** Names what is agreed to, so that nobody agrees to something else. */
export const AgreePlanB = z.strictObject({ planBId: PlanBId });
export type AgreePlanB = z.infer<typeof AgreePlanB>;

export const HelpInput = z.strictObject({ about: z.enum(helpTopics), text: prose(400).nullable() });
export type HelpInput = z.infer<typeof HelpInput>;
export const HelpAnswer = z.strictObject({ text: prose(400).min(1) });
export type HelpAnswer = z.infer<typeof HelpAnswer>;

export const HelpRequestView = z.object({
  helpRequestId: HelpRequestId,
  by: ParticipantId,
  about: z.enum(helpTopics),
  text: z.string().nullable(),
  askedAt: InstantText,
  answer: z.string().nullable(),
  answeredAt: InstantText.nullable(),
});
export type HelpRequestView = z.infer<typeof HelpRequestView>;

/** Asked for help, as organisers see it. */
export const HelpRequestCard = HelpRequestView.extend({ meetingId: MeetingId, eventId: EventId });
export type HelpRequestCard = z.infer<typeof HelpRequestCard>;

/** When the side for whom somebody waits was called last. */
export const MissingCall = z.object({ meetingId: MeetingId, calledAt: InstantText });
export type MissingCall = z.infer<typeof MissingCall>;

export const PlanBView = z.object({
  planBId: PlanBId,
  kind: z.enum(planBKinds),
  value: z.string(),
  /** Whose page it is; null for a number. */
  host: z.string().nullable(),
  /** A proposal holds for nobody yet. */
  state: z.enum(['proposed', 'set']),
  /** Who proposed it; null where an organiser set it. */
  by: ParticipantId.nullable(),
  at: InstantText,
});
export type PlanBView = z.infer<typeof PlanBView>;

export const MeetingRoomView = z.object({
  meetingId: MeetingId,
  /** What each of its people sends; who never said so is not listed and sends as they like. */
  modes: z.array(z.object({ participantId: ParticipantId, mode: z.enum(roomModes) })),
  extension: z.object({
    /** How often it was extended. */
    used: z.int(),
    /** Who asks for five minutes more, and awaits the others; null while nobody does. */
    askedBy: z.array(ParticipantId),
    /** Until when it would go on. */
    until: InstantText,
    /** Whether everybody is free then, it is on, and it was not extended too often. */
    possible: z.boolean(),
  }),
  /** What holds. */
  planB: PlanBView.nullable(),
  /** What one side proposes. */
  proposal: PlanBView.nullable(),
  /** The newest call for help. */
  help: HelpRequestView.nullable(),
  /** When the room closes, seen from what its people have before them. */
  closesAt: InstantText,
  /** Until when shared notes can be written. */
  notesOpenUntil: InstantText,
});
export type MeetingRoomView = z.infer<typeof MeetingRoomView>;

export const NotesSnapshot = z.object({
  /** A Yjs document as one update, base64; empty while nothing was written. */
  state: z.string(),
  /** The same in plain words. */
  text: z.string(),
  changedAt: InstantText.nullable(),
  /** Who wrote last. */
  changedBy: ParticipantId.nullable(),
  /** Whether this person may write now. */
  open: z.boolean(),
});
export type NotesSnapshot = z.infer<typeof NotesSnapshot>;
