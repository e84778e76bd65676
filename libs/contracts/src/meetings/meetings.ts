/**
 * meetings
 *   GET   /api/events/:eventId/meeting-requests            participant                  → 200 MeetingRequestView[] (sent and received)
 *   POST  /api/events/:eventId/meeting-requests            participant MeetingRequestInput → 201 MeetingRequestView | 201 MeetingView via crossing: see `meetingId`
 *   GET   /api/meeting-requests/:requestId                 its two sides                → 200 MeetingRequestView
 *   GET   /api/events/:eventId/meeting-requests/preview?to=<participantId> participant  → 200 RequestPreview (deadline and cap, said before sending)
 *   GET   /api/meeting-requests/:requestId/slots           its two sides                → 200 GroupSlot[] (to propose another time: what suits everybody who is to come)
 *   POST  /api/meeting-requests/:requestId/accept          whose turn it is AcceptRequest → 201 MeetingView | 409 meeting.slot_taken with data.alternatives: SlotChoice[]
 *   POST  /api/meeting-requests/:requestId/decline         whose turn it is DeclineRequest → 200 MeetingRequestView
 *   POST  /api/meeting-requests/:requestId/counter         whose turn it is CounterRequest → 200 MeetingRequestView
 *   POST  /api/meeting-requests/:requestId/withdraw        sender {}                    → 200 MeetingRequestView
 *   POST  /api/meetings/:meetingId/reschedule              its people RescheduleMeeting → 201 MeetingRequestView (a request of its own; accepting it moves the meeting)
 *   GET   /api/events/:eventId/meetings                    participant (own)            → 200 MeetingView[]
 *   GET   /api/meetings/:meetingId                         its people, organiser        → 200 MeetingView
 *   POST  /api/meetings/:meetingId/cancel                  its people CancelMeeting     → 200 MeetingView
 *   POST  /api/meetings/:meetingId/ticket                  its people {}                → 200 RoomTicket (from 10 min before; 409 room.closed, 503 video.off)
 *   GET   /api/organise/events/:eventId/meetings           organiser                    → 200 MeetingView[]
 * Watch topic `meeting:<meetingId>` for who is in the room.
 */
import { z } from 'zod';
import { SlotView } from './blocks.ts';
import { InstantText, PersonName, prose } from '../common.ts';
import { EventId, MeetingId, MeetingRequestId, OpportunityId, ParticipantId, SlotId } from '../ids.ts';
import { LanguagePair } from './languages.ts';
import { PlanBView } from './meeting-room.ts';
import { OpportunityCard } from '../profiles/profiles.ts';
import { ParticipantCard } from '../people/registration.ts';
import {
  arrangements,
  cancellations,
  cancelReasons,
  declineReasons,
  meetingRequestStates,
  meetingStates,
  peopleAtMost,
  seatParts,
  staysEndedReasons,
} from '../vocabulary.ts';

/** One to three, in order of preference. */
const ProposedSlotIds = z
  .array(SlotId)
  .min(1)
  .max(3)
  .refine((ids) => new Set(ids).size === ids.length, 'the same slot twice');

/** Somebody further who is asked to come: a colleague of either side, or of another organisation, which is a side of its own. */
export const GuestInput = z.strictObject({ participantId: ParticipantId, part: z.enum(seatParts) });
export type GuestInput = z.infer<typeof GuestInput>;

export const MeetingRequestInput = z.strictObject({
  to: ParticipantId,
  reason: prose(400).min(3),
  opportunityIds: z.array(OpportunityId).max(6),
  slotIds: ProposedSlotIds,
  language: z.string().regex(/^[a-z]{2}$/),
  /** Further people who are asked to come. */
  people: z
    .array(GuestInput)
    .max(peopleAtMost - 2)
    .refine((people) => new Set(people.map(({ participantId }) => participantId)).size === people.length, 'twice')
    .optional(),
  /** Wants an interpreter between these. */
  interpretation: LanguagePair.optional(),
});
export type MeetingRequestInput = z.infer<typeof MeetingRequestInput>;

/** One to three other times for a meeting that stands. Its aim, what it cites and its language stay. */
export const RescheduleMeeting = z.strictObject({
  slotIds: ProposedSlotIds,
  note: prose(400).nullable(),
});
export type RescheduleMeeting = z.infer<typeof RescheduleMeeting>;

export const AcceptRequest = z.strictObject({ slotId: SlotId });
export type AcceptRequest = z.infer<typeof AcceptRequest>;
export const DeclineRequest = z.strictObject({ reason: z.enum(declineReasons), note: prose(400).nullable() });
export type DeclineRequest = z.infer<typeof DeclineRequest>;
export const CounterRequest = z.strictObject({
  slotIds: ProposedSlotIds,
  note: prose(400).nullable(),
});
export type CounterRequest = z.infer<typeof CounterRequest>;
export const CancelMeeting = z.strictObject({ reason: z.enum(cancelReasons), note: prose(400).nullable() });
export type CancelMeeting = z.infer<typeof CancelMeeting>;

export const RequestPreviewQuery = z.strictObject({
  to: ParticipantId,
  /** The times that are to be proposed, as far as they are chosen; separated by commas. */
  slotIds: z
    .string()
    .max(40 * 3)
    .transform((text) => text.split(','))
    .pipe(ProposedSlotIds)
    .optional(),
});
export type RequestPreviewQuery = z.infer<typeof RequestPreviewQuery>;
export const RequestPreview = z.object({
  answerBy: InstantText,
  openRequests: z.int(),
  cap: z.int(),
  /** An open request between the two that would be opened instead. */
  existing: MeetingRequestId.nullable(),
});
export type RequestPreview = z.infer<typeof RequestPreview>;

export const ProposedSlot = SlotView.extend({
  /** Still free for both. */
  open: z.boolean(),
});
export type ProposedSlot = z.infer<typeof ProposedSlot>;

export const MeetingRequestView = z.object({
  requestId: MeetingRequestId,
  eventId: EventId,
  state: z.enum(meetingRequestStates),
  version: z.int(),
  from: ParticipantCard,
  to: ParticipantCard,
  /** Which of the two I am. */
  mine: z.enum(['from', 'to']),
  /** Whose answer is awaited; null when it is over. */
  turn: z.enum(['from', 'to']).nullable(),
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  opportunities: z.array(OpportunityCard),
  slots: z.array(ProposedSlot),
  language: z.string(),
  /** Between which languages an interpreter is asked for; null for none. */
  interpretation: LanguagePair.nullable(),
  sentAt: InstantText,
  answerBy: InstantText,
  declinedBecause: z.enum(declineReasons).nullable(),
  note: z.string().nullable(),
  /** What came of it, or the meeting that it wants to move. */
  meetingId: MeetingId.nullable(),
  /** The time from which it wants to move a meeting, which stands until another is accepted; null where it asks for a new one. */
  movesFrom: z.object({ startsAt: InstantText, endsAt: InstantText }).nullable(),
  /** The moves so far, oldest first. */
  history: z.array(
    z.object({
      /** `organisers`: it was booked with their plan; or the plan was taken back, and it is open again or stays ended. */
      by: z.enum(['from', 'to', 'system', 'organisers']),
      did: z.enum(meetingRequestStates),
      at: InstantText,
      note: z.string().nullable(),
      /** Where somebody acted for another: an assistant, or a colleague of a shared pool. */
      voice: z.object({ by: PersonName, for: PersonName }).optional(),
      /** Where the plan that had answered it was taken back: why it does not open again. */
      because: z.enum(staysEndedReasons).optional(),
    }),
  ),
  /** Where somebody came to stand for a side in another's place, oldest first; moves before were the other's. */
  standIns: z
    .array(z.object({ side: z.enum(['from', 'to']), from: PersonName, to: PersonName, at: InstantText }))
    .optional(),
});
export type MeetingRequestView = z.infer<typeof MeetingRequestView>;

export const MeetingSide = z.object({
  participant: ParticipantCard,
  /** In the room now. */
  here: z.boolean(),
  /** 0 asked first, 1 was asked, then further sides. Several people may be of one side, and a side may have nobody yet. */
  side: z.int(),
  part: z.enum(seatParts),
});
export type MeetingSide = z.infer<typeof MeetingSide>;

/** An interpreter is asked for; who comes is found when the meeting is booked, and may be missing. */
export const Interpretation = z.object({
  languages: LanguagePair,
  interpreter: z
    .object({ name: PersonName, /** In the room now. */ here: z.boolean(), /** It is I. */ me: z.boolean() })
    .nullable(),
});
export type Interpretation = z.infer<typeof Interpretation>;

export const MeetingView = z.object({
  meetingId: MeetingId,
  eventId: EventId,
  requestId: MeetingRequestId,
  state: z.enum(meetingStates),
  version: z.int(),
  slotId: SlotId,
  startsAt: InstantText,
  endsAt: InstantText,
  language: z.string(),
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  opportunities: z.array(OpportunityCard),
  sides: z.array(MeetingSide),
  interpretation: Interpretation.nullable(),
  /** My participant id, null for an organiser who looks. */
  me: ParticipantId.nullable(),
  roomOpensAt: InstantText,
  /** Where it is held instead of in its room; what is only proposed stands in the room alone. */
  planB: PlanBView.nullable(),
  live: z.boolean(),
  cancelledBy: ParticipantId.nullable(),
  /** Who did it in that one's place. */
  cancelledThrough: PersonName.nullable(),
  cancelledBecause: z.enum(cancellations).nullable(),
  /** Whether my outcome is still asked for. */
  outcomeDue: z.boolean(),
});
export type MeetingView = z.infer<typeof MeetingView>;
