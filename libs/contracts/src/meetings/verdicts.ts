/**
 * verdicts (what became of a meeting once it is over, from presence; provisional for 48 hours)
 *   GET   /api/meetings/:meetingId/verdict                                    its people                     → 200 VerdictView | 409 meeting.wrong_state before there is one
 *   POST  /api/meetings/:meetingId/verdict/dispute                            its people DisputeInput        → 200 VerdictView | 409 verdict.final, verdict.agreed, verdict.disputed
 *   PUT   /api/meetings/:meetingId/verdict/declaration                        its people DeclarationInput    → 200 VerdictView | 409 verdict.final
 *   GET   /api/organise/events/:eventId/disputes                              organiser                      → 200 DisputeRow[] (open ones first)
 *   GET   /api/organise/events/:eventId/meetings/:meetingId/record            organiser                      → 200 MeetingRecord
 *   POST  /api/organise/events/:eventId/meetings/:meetingId/verdict           organiser DecisionInput        → 200 MeetingRecord | 409 verdict.unchanged, verdict.moved_on
 *   POST  /api/organise/events/:eventId/meetings/:meetingId/verdict/undo      organiser UndoInput            → 200 MeetingRecord | 409 verdict.unchanged, verdict.moved_on
 * Both sides hear of each change as `meeting.changed`; what a dispute says is the organisers' alone.
 */
import { z } from 'zod';
import { InstantText, prose } from '../common.ts';
import { EventId, MeetingId, ParticipantId } from '../ids.ts';
import { MeetingView } from './meetings.ts';
import { ParticipantCard } from '../people/registration.ts';
import { declaredPlaces, disputeReasons, seatParts, verdictSources, verdictStates } from '../vocabulary.ts';

export const DisputeInput = z.strictObject({ reason: z.enum(disputeReasons), statement: prose(600).min(3) });
export type DisputeInput = z.infer<typeof DisputeInput>;

/** `met`: false takes it back. */
export const DeclarationInput = z.strictObject({ met: z.boolean(), place: z.enum(declaredPlaces) });
export type DeclarationInput = z.infer<typeof DeclarationInput>;

/** When somebody was in the room, in the time that counts. */
export const RoomStay = z.object({ startsAt: InstantText, endsAt: InstantText });
export type RoomStay = z.infer<typeof RoomStay>;

const Finding = z.object({
  state: z.enum(verdictStates),
  source: z.enum(verdictSources),
  /** The technology failed then: the meeting counts for nobody and against nobody. */
  excluded: z.boolean(),
});

/** What became of a meeting, for somebody of one of its sides. */
export const VerdictView = Finding.extend({
  meetingId: MeetingId,
  /** An organiser has changed or upheld it: what the sides declare then is kept, and changes nothing. */
  decided: z.boolean(),
  /** Not final: a dispute waits for the organisers; or they have decided nothing, and the time for one has not run out. */
  provisional: z.boolean(),
  /** Until when one may dispute it, or both may declare that they met. */
  finalAt: InstantText,
  /** The time that counts: from 10 minutes before the start to the end. */
  countedFrom: InstantText,
  countedUntil: InstantText,
  /** When I was in the room, and when others of my side were. */
  mine: z.array(RoomStay),
  colleagues: z.array(RoomStay),
  /** Whether of each side somebody was there, as it counts. */
  mySideThere: z.boolean(),
  otherSideThere: z.boolean(),
  togetherMinutes: z.int(),
  declared: z.object({ bySide: z.boolean(), byOther: z.boolean() }),
  /** My side's; whether the other side disputes it, too, is not told. */
  dispute: z
    .object({
      mine: z.boolean(),
      reason: z.enum(disputeReasons),
      /** Mine only. */
      statement: z.string().nullable(),
      at: InstantText,
      decidedAt: InstantText.nullable(),
    })
    .nullable(),
  may: z.object({ dispute: z.boolean(), declare: z.boolean() }),
});
export type VerdictView = z.infer<typeof VerdictView>;

export const DisputeView = z.object({
  disputeId: z.uuid(),
  by: ParticipantCard,
  reason: z.enum(disputeReasons),
  statement: z.string(),
  at: InstantText,
  decidedAt: InstantText.nullable(),
  outcome: z.enum(['upheld', 'changed']).nullable(),
});
export type DisputeView = z.infer<typeof DisputeView>;

/** A meeting whose verdict somebody disputes, for the organisers' list. */
export const DisputeRow = Finding.extend({
  meetingId: MeetingId,
  eventId: EventId,
  startsAt: InstantText,
  endsAt: InstantText,
  people: z.array(z.object({ participant: ParticipantCard, side: z.int() })),
  disputes: z.array(DisputeView),
  open: z.boolean(),
});
export type DisputeRow = z.infer<typeof DisputeRow>;

export const DecisionInput = z
  .strictObject({
    state: z.enum(verdictStates),
    /** For a no-show: which of the two sides was missing. */
    absentSide: z.union([z.literal(0), z.literal(1)]).nullable(),
    /** The technology was at fault; only a meeting that was not held is excused. */
    excluded: z.boolean(),
    reason: prose(600).min(3),
    /** The verdict that was looked at, so that no other is changed. */
    place: z.int().min(1),
  })
  .refine(({ state, absentSide }) => (state === 'no_show') === (absentSide !== null), {
    path: ['absentSide'],
    message: 'a no-show, and only a no-show, names the side that was missing',
  })
  .refine(({ state, excluded }) => !excluded || state === 'not_held', {
    path: ['excluded'],
    message: 'what was not held alone is excused',
  });
export type DecisionInput = z.infer<typeof DecisionInput>;
export const UndoInput = z.strictObject({ reason: prose(600).min(3), place: z.int().min(1) });
export type UndoInput = z.infer<typeof UndoInput>;

/** A meeting's whole record, for the organisers who decide about it: when and who, never what was said. */
export const MeetingRecord = z.object({
  meeting: MeetingView,
  bookedAt: InstantText,
  countedFrom: InstantText,
  countedUntil: InstantText,
  verdict: Finding.extend({
    place: z.int(),
    absent: z.array(z.int()),
    provisional: z.boolean(),
    finalAt: InstantText,
    undoable: z.boolean(),
  }).nullable(),
  people: z.array(
    z.object({
      participant: ParticipantCard,
      side: z.int(),
      part: z.enum(seatParts),
      stays: z.array(RoomStay),
      attendedSeconds: z.int(),
      declared: z.enum(declaredPlaces).nullable(),
    }),
  ),
  outages: z.array(RoomStay.extend({ of: z.enum(['video', 'instance']) })),
  thread: z.object({
    messages: z.int(),
    firstAt: InstantText.nullable(),
    lastAt: InstantText.nullable(),
    by: z.array(z.object({ participantId: ParticipantId, messages: z.int() })),
  }),
  /** Oldest first. */
  history: z.array(
    Finding.extend({
      place: z.int(),
      at: InstantText,
      by: z.string().nullable(),
      reason: z.string().nullable(),
      /** It takes an entry back. */
      undoes: z.int().nullable(),
    }),
  ),
  disputes: z.array(DisputeView),
});
export type MeetingRecord = z.infer<typeof MeetingRecord>;
