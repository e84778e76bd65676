/**
 * meetings
 *   GET   /api/events/:eventId/blocks                      participant, organiser       → 200 BlockView[]
 *   POST  /api/events/:eventId/blocks                      organiser BlockInput         → 201 BlockView (slots expanded, wall-clock in the event's zone)
 *   GET   /api/events/:eventId/availability                participant                  → 200 AvailabilityView
 *   PUT   /api/events/:eventId/availability                participant AvailabilityPut  → 200 AvailabilityView
 *   GET   /api/events/:eventId/slots?with=<participantId>  participant                  → 200 SlotChoice[] (own and the other's busy time subtracted; why is never told)
 *   GET   /api/events/:eventId/meeting-requests            participant                  → 200 MeetingRequestView[] (sent and received)
 *   POST  /api/events/:eventId/meeting-requests            participant MeetingRequestInput → 201 MeetingRequestView | 201 MeetingView via crossing: see `meetingId`
 *   GET   /api/meeting-requests/:requestId                 its two sides                → 200 MeetingRequestView
 *   GET   /api/events/:eventId/meeting-requests/preview?to=<participantId> participant  → 200 RequestPreview (deadline and cap, said before sending)
 *   POST  /api/meeting-requests/:requestId/accept          whose turn it is AcceptRequest → 201 MeetingView | 409 meeting.slot_taken with data.alternatives: SlotChoice[]
 *   POST  /api/meeting-requests/:requestId/decline         whose turn it is DeclineRequest → 200 MeetingRequestView
 *   POST  /api/meeting-requests/:requestId/counter         whose turn it is CounterRequest → 200 MeetingRequestView
 *   POST  /api/meeting-requests/:requestId/withdraw        sender {}                    → 200 MeetingRequestView
 *   GET   /api/events/:eventId/meetings                    participant (own)            → 200 MeetingView[]
 *   GET   /api/meetings/:meetingId                         its people, organiser        → 200 MeetingView
 *   POST  /api/meetings/:meetingId/cancel                  its people CancelMeeting     → 200 MeetingView
 *   POST  /api/meetings/:meetingId/ticket                  its people {}                → 200 RoomTicket (from 10 min before; 409 room.closed, 503 video.off)
 *   GET   /api/organise/events/:eventId/meetings           organiser                    → 200 MeetingView[]
 * Watch topic `meeting:<meetingId>` for who is in the room.
 */
import { z } from 'zod';
import { DateText, InstantText, prose, WallTime } from './common.ts';
import { EventId, MeetingId, MeetingRequestId, OpportunityId, ParticipantId, SlotId, type BlockId } from './ids.ts';
import type { OpportunityCard } from './profiles.ts';
import type { ParticipantCard } from './registration.ts';
import {
  cancelReasons,
  declineReasons,
  type CancelReason,
  type DeclineReason,
  type MeetingRequestState,
  type MeetingState,
  type SlotState,
} from './vocabulary.ts';

/** Wall-clock in the event's zone. */
export const BlockInput = z.strictObject({
  dates: z.array(DateText).min(1).max(10),
  from: WallTime,
  until: WallTime,
  slotMinutes: z.int().min(5).max(120),
  gapMinutes: z.int().min(0).max(60),
});
export type BlockInput = z.infer<typeof BlockInput>;

export interface SlotView {
  slotId: SlotId;
  startsAt: string;
  endsAt: string;
}
export interface BlockView {
  blockId: BlockId;
  eventId: EventId;
  from: string;
  until: string;
  dates: string[];
  slotMinutes: number;
  gapMinutes: number;
  slots: SlotView[];
}

/** Times a person offers inside the event's blocks; `everything` means all of them. */
export const AvailabilityPut = z.strictObject({
  everything: z.boolean(),
  intervals: z.array(z.strictObject({ startsAt: InstantText, endsAt: InstantText })).max(100),
});
export type AvailabilityPut = z.infer<typeof AvailabilityPut>;
export interface AvailabilityView extends AvailabilityPut {
  /** Confirmed meetings that lie outside what is offered now: kept, and said. */
  outside: MeetingId[];
}

/** Whose slots beside my own. */
export const SlotsQuery = z.strictObject({ with: ParticipantId.optional() });
export type SlotsQuery = z.infer<typeof SlotsQuery>;

export interface SlotChoice extends SlotView {
  state: SlotState;
  /** Outside of office hours (08:00-18:30 wall clock) for me, for the other person. */
  lateForMe: boolean;
  lateForThem: boolean;
}

export const MeetingRequestInput = z.strictObject({
  to: ParticipantId,
  reason: prose(400).min(3),
  opportunityIds: z.array(OpportunityId).max(6),
  /** One to three, in order of preference. */
  slotIds: z
    .array(SlotId)
    .min(1)
    .max(3)
    .refine((ids) => new Set(ids).size === ids.length, 'the same slot twice'),
  language: z.string().regex(/^[a-z]{2}$/),
});
export type MeetingRequestInput = z.infer<typeof MeetingRequestInput>;

export const AcceptRequest = z.strictObject({ slotId: SlotId });
export type AcceptRequest = z.infer<typeof AcceptRequest>;
export const DeclineRequest = z.strictObject({ reason: z.enum(declineReasons), note: prose(400).nullable() });
export type DeclineRequest = z.infer<typeof DeclineRequest>;
export const CounterRequest = z.strictObject({
  slotIds: z
    .array(SlotId)
    .min(1)
    .max(3)
    .refine((ids) => new Set(ids).size === ids.length, 'the same slot twice'),
  note: prose(400).nullable(),
});
export type CounterRequest = z.infer<typeof CounterRequest>;
export const CancelMeeting = z.strictObject({ reason: z.enum(cancelReasons), note: prose(400).nullable() });
export type CancelMeeting = z.infer<typeof CancelMeeting>;

export const RequestPreviewQuery = z.strictObject({ to: ParticipantId });
export type RequestPreviewQuery = z.infer<typeof RequestPreviewQuery>;
export interface RequestPreview {
  answerBy: string;
  openRequests: number;
  cap: number;
  /** An open request between the two that would be opened instead. */
  existing: MeetingRequestId | null;
}

export interface ProposedSlot extends SlotView {
  /** Still free for both. */
  open: boolean;
}

export interface MeetingRequestView {
  requestId: MeetingRequestId;
  eventId: EventId;
  state: MeetingRequestState;
  version: number;
  from: ParticipantCard;
  to: ParticipantCard;
  /** Which of the two I am. */
  mine: 'from' | 'to';
  /** Whose answer is awaited; null when it is over. */
  turn: 'from' | 'to' | null;
  reason: string;
  opportunities: OpportunityCard[];
  slots: ProposedSlot[];
  language: string;
  sentAt: string;
  answerBy: string;
  declinedBecause: DeclineReason | null;
  note: string | null;
  meetingId: MeetingId | null;
  /** The moves so far, oldest first. */
  history: { by: 'from' | 'to' | 'system'; did: MeetingRequestState; at: string; note: string | null }[];
}

export interface MeetingSide {
  participant: ParticipantCard;
  /** In the room now. */
  here: boolean;
}

export interface MeetingView {
  meetingId: MeetingId;
  eventId: EventId;
  requestId: MeetingRequestId;
  state: MeetingState;
  version: number;
  slotId: SlotId;
  startsAt: string;
  endsAt: string;
  language: string;
  reason: string;
  opportunities: OpportunityCard[];
  sides: MeetingSide[];
  /** My participant id, null for an organiser who looks. */
  me: ParticipantId | null;
  roomOpensAt: string;
  live: boolean;
  cancelledBy: ParticipantId | null;
  cancelledBecause: CancelReason | null;
  /** Whether my outcome is still asked for. */
  outcomeDue: boolean;
}
