/**
 * blocks, slots, availability
 *   GET    /api/events/:eventId/blocks                       participant, organiser        → 200 BlockView[] (`apart` for organisers alone)
 *   POST   /api/events/:eventId/blocks                       organiser BlockInput          → 201 BlockView (slots expanded, wall-clock in the event's zone)
 *   PUT    /api/events/:eventId/blocks/:blockId              organiser BlockChange         → 200 BlockView | 409 block.in_use with data.meetings: BlockMeeting[]
 *   POST   /api/events/:eventId/blocks/:blockId/preview      organiser BlockInput          → 200 BlockPreview (what a change would do; changes nothing)
 *   DELETE /api/events/:eventId/blocks/:blockId              organiser                     → 204 | 409 block.in_use
 *   POST   /api/events/:eventId/blocks/:blockId/restore      organiser {}                  → 200 BlockView (undoes the removal)
 *   POST   /api/events/:eventId/blocks/:blockId/plan         organiser {}                  → 200 BlockView (the plan is published: what is left may be booked)
 *   GET    /api/events/:eventId/availability                 participant                   → 200 AvailabilityView
 *   PUT    /api/events/:eventId/availability                 participant AvailabilityPut   → 200 AvailabilityView
 *   PUT    /api/events/:eventId/availability/limits          participant MeetingLimits     → 200 AvailabilityView
 *   GET    /api/events/:eventId/slots?with=<participantId>&interpretation=<en-ja> participant → 200 SlotChoice[] (own and the other's busy time subtracted; why is never told)
 *   POST   /api/events/:eventId/instant-bookings             participant InstantBooking    → 201 MeetingView | 409 meeting.slot_taken with data.alternatives: SlotChoice[]
 */
import { z } from 'zod';
import { DateText, InstantText, prose, WallTime } from '../common.ts';
import { BlockId, EventId, MeetingId, OpportunityId, OrganisationId, ParticipantId, SlotId } from '../ids.ts';
import { WantedPair } from './languages.ts';
import { blockModes, busyReasons, organisationKinds, phaseEnds, slotStates } from '../vocabulary.ts';

const Kinds = z.array(z.enum(organisationKinds)).min(1).max(organisationKinds.length);

/** Who may meet whom in a block. With kinds of organisations: one of the first meets one of the second. */
export const Pairing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('eu_jp') }),
  z.strictObject({ kind: z.literal('kinds'), one: Kinds, other: Kinds }),
]);
export type Pairing = z.infer<typeof Pairing>;

/** Two organisations that do not meet in a block. */
export const KeptApart = z.strictObject({ one: OrganisationId, other: OrganisationId });
export type KeptApart = z.infer<typeof KeptApart>;

/** From when until when a block is open, in which mode, and what becomes of open requests at its end. */
export const BlockPhase = z.strictObject({
  mode: z.enum(blockModes),
  opensAt: InstantText,
  closesAt: InstantText,
  atEnd: z.enum(phaseEnds),
});
export type BlockPhase = z.infer<typeof BlockPhase>;

/** Wall-clock in the event's zone. */
export const BlockInput = z.strictObject({
  name: z.strictObject({ en: prose(80), ja: prose(80) }).default({ en: '', ja: '' }),
  dates: z.array(DateText).min(1).max(10),
  from: WallTime,
  until: WallTime,
  slotMinutes: z.int().min(5).max(120),
  gapMinutes: z.int().min(0).max(60),
  /** How many meetings at once; null: any number. */
  rooms: z.int().min(1).max(200).nullable().default(null),
  pairing: Pairing.default({ kind: 'all' }),
  apart: z.array(KeptApart).max(100).default([]),
  /** Whether people offer this time until they say otherwise. */
  offered: z.boolean().default(true),
  mode: z.enum(blockModes).default('on_request'),
  /** None: open in its mode all the time. */
  phases: z.array(BlockPhase).max(6).default([]),
});
/** As it is sent: what has a default may be left out. */
export type BlockInput = z.input<typeof BlockInput>;
export type BlockTerms = z.output<typeof BlockInput>;

/** A change of the block as it was read. */
export const BlockChange = BlockInput.extend({ version: z.int().min(1) });
export type BlockChange = z.input<typeof BlockChange>;

export const SlotView = z.object({
  slotId: SlotId,
  startsAt: InstantText,
  endsAt: InstantText,
});
export type SlotView = z.infer<typeof SlotView>;

/** What may be done in a block now. */
export const BlockMoment = z.object({
  open: z.boolean(),
  /** The present mode; while closed the next one, or the last. */
  mode: z.enum(blockModes),
  /** While closed: when it opens; null where that is not known. */
  opensAt: InstantText.nullable(),
  /** While open: until when; null without an end. */
  closesAt: InstantText.nullable(),
});
export type BlockMoment = z.infer<typeof BlockMoment>;

export const BlockView = z.object({
  blockId: BlockId,
  eventId: EventId,
  version: z.int(),
  name: z.object({ en: z.string(), ja: z.string() }),
  from: WallTime,
  until: WallTime,
  dates: z.array(DateText),
  slotMinutes: z.int(),
  gapMinutes: z.int(),
  rooms: z.int().nullable(),
  pairing: Pairing,
  apart: z.array(KeptApart),
  offered: z.boolean(),
  mode: z.enum(blockModes),
  phases: z.array(BlockPhase),
  planPublishedAt: InstantText.nullable(),
  now: BlockMoment,
  slots: z.array(SlotView),
});
export type BlockView = z.infer<typeof BlockView>;

/** A meeting that stands in the way of a change, with the names of its people. */
export const BlockMeeting = z.object({
  meetingId: MeetingId,
  startsAt: InstantText,
  people: z.array(z.string()),
});
export type BlockMeeting = z.infer<typeof BlockMeeting>;

/** What a change would do to the slots of a block. */
export const BlockPreview = z.object({
  kept: z.int(),
  added: z.int(),
  removed: z.int(),
  /** Open requests that propose a time which would go. */
  requests: z.int(),
  /** These have to be moved or cancelled first. */
  inTheWay: z.array(BlockMeeting),
});
export type BlockPreview = z.infer<typeof BlockPreview>;

/** Times a person offers inside the event's blocks; `everything` means all of them. */
export const AvailabilityPut = z.strictObject({
  everything: z.boolean(),
  intervals: z.array(z.strictObject({ startsAt: InstantText, endsAt: InstantText })).max(200),
});
export type AvailabilityPut = z.infer<typeof AvailabilityPut>;

/** How much a person takes on. */
export const MeetingLimits = z.strictObject({
  /** Between two meetings. */
  gapMinutes: z.int().min(0).max(120),
  /** Meetings on one day of the person's own calendar; null: any number. */
  perDay: z.int().min(1).max(30).nullable(),
  /** No new meeting that begins before then. */
  quietUntil: InstantText.nullable(),
  /** No new meeting in the whole event. */
  quiet: z.boolean(),
});
export type MeetingLimits = z.infer<typeof MeetingLimits>;

/** Why a time is not free, told to the person whose time it is and to nobody else. */
export const OwnBusy = z.object({
  startsAt: InstantText,
  endsAt: InstantText,
  why: z.enum(busyReasons),
  title: z.object({ en: z.string(), ja: z.string() }).nullable(),
});
export type OwnBusy = z.infer<typeof OwnBusy>;

export const AvailabilityView = z.object({
  everything: z.boolean(),
  intervals: z.array(z.object({ startsAt: InstantText, endsAt: InstantText })),
  limits: MeetingLimits,
  busy: z.array(OwnBusy),
  /** Confirmed meetings that lie outside what is offered now: kept, and said. */
  outside: z.array(MeetingId),
});
export type AvailabilityView = z.infer<typeof AvailabilityView>;

/** Whose slots beside my own, and whether an interpreter is to be there. */
export const SlotsQuery = z.strictObject({ with: ParticipantId.optional(), interpretation: WantedPair.optional() });
export type SlotsQuery = z.infer<typeof SlotsQuery>;

export const SlotChoice = SlotView.extend({
  blockId: BlockId,
  state: z.enum(slotStates),
  /** It may be booked without asking. */
  instant: z.boolean(),
  /** Outside of office hours (08:00-18:30 wall clock) for me, for the other person. */
  lateForMe: z.boolean(),
  lateForThem: z.boolean(),
  /** Where an interpreter is wanted: whether one is free then. The meeting stands without one as well. */
  interpreter: z.boolean().optional(),
});
export type SlotChoice = z.infer<typeof SlotChoice>;

/** Takes a time that the other side opened; what it is about goes with it. */
export const InstantBooking = z.strictObject({
  to: ParticipantId,
  slotId: SlotId,
  reason: prose(400).min(3),
  opportunityIds: z.array(OpportunityId).max(6),
  language: z.string().regex(/^[a-z]{2}$/),
});
export type InstantBooking = z.infer<typeof InstantBooking>;
