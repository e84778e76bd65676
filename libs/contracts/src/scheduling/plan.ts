/**
 * the plan of a run: the board
 *   GET /api/organise/events/:eventId/schedule/runs/:runId/plan  organiser → 200 PlanView | 409 schedule.no_plan
 *   GET /api/organise/events/:eventId/schedule/runs/:runId/unmet organiser → 200 UnmetView (reasons are worked out when asked for: a second for a large event)
 * Slots are told by their position in `slots`, so that 2,000 people by 40 slots stay small.
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { BlockId, InterpreterId, MeetingId, ParticipantId, PlannedMeetingId, SlotId, WishId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { sides } from '../vocabulary.ts';
import { ScheduleRunView } from './runs.ts';
import { meetingPreferences, publishConflicts, unmetBecause } from './words.ts';

export const PlanSlot = z.object({
  slotId: SlotId,
  blockId: BlockId,
  startsAt: InstantText,
  endsAt: InstantText,
  /** Meetings at once; null: any number. */
  rooms: z.int().nullable(),
});
export type PlanSlot = z.infer<typeof PlanSlot>;

export const PlanPerson = z.object({
  participantId: ParticipantId,
  name: PersonName,
  organisationId: OrganisationCard.shape.organisationId,
  zone: z.string(),
  /** Positions of the slots in which the person can meet. Never why not. */
  free: z.array(z.int()),
  /** Wishes that name the person, meetings that stood before aside, and how many of them are held. */
  wishes: z.int(),
  held: z.int(),
});
export type PlanPerson = z.infer<typeof PlanPerson>;

/** What both sides said; `request` was an open request given to the plan, `confirmed` stands already. */
export const WishOrigin = z.object({
  kind: z.enum(['preference', 'request', 'confirmed']),
  /** One word for each side; organisers plan with them, so they see them. */
  said: z.tuple([z.enum(meetingPreferences), z.enum(meetingPreferences)]),
  /** Who of each side said it, whoever comes: a colleague may have; whoever was asked for where nobody of the side said anything. */
  by: z.tuple([ParticipantId, ParticipantId]).nullable(),
});
export type WishOrigin = z.infer<typeof WishOrigin>;

export const PlannedMeetingView = z.object({
  plannedId: PlannedMeetingId,
  wishId: WishId,
  /** Position in `slots`. */
  slot: z.int(),
  people: z.array(ParticipantId),
  interpreterId: InterpreterId.nullable(),
  origin: WishOrigin,
  weight: z.int(),
  locked: z.boolean(),
  /** Put there by an organiser since the run ended. */
  byHand: z.boolean(),
  /** The meeting that it is: one that stood before, or that came of publishing. */
  meetingId: MeetingId.nullable(),
  /** Why it was not published. */
  conflict: z.enum(publishConflicts).nullable(),
});
export type PlannedMeetingView = z.infer<typeof PlannedMeetingView>;

/** How the meetings are shared. */
export const Fairness = z.object({
  /** Who has at least one wish that the event allows; who of them has a meeting. */
  people: z.object({ wishing: z.int(), meeting: z.int() }),
  organisations: z.object({ wishing: z.int(), meeting: z.int() }),
  /** How many of those who wish or meet somebody have how many meetings, from 0. */
  spread: z.array(z.object({ meetings: z.int(), people: z.int() })),
  /** Who wishes something and has nothing. */
  without: z.array(ParticipantId),
});
export type Fairness = z.infer<typeof Fairness>;

/** Minutes of meetings outside of 08:00-18:30 on people's own clocks. */
export const UnsocialMinutes = z.object({
  side: z.enum(sides),
  people: z.int(),
  minutes: z.int(),
  /** A person's part, on average over those who have meetings, and at most. */
  average: z.number(),
  most: z.int(),
});
export type UnsocialMinutes = z.infer<typeof UnsocialMinutes>;

/** How much two regions meet and wish to; the codes in order, a region with itself where two of it meet. */
export const RegionCell = z.object({ one: z.string(), other: z.string(), meetings: z.int(), wishes: z.int() });
export type RegionCell = z.infer<typeof RegionCell>;

export const PlanFigures = z.object({
  objective: z.number(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  wishes: z.int(),
  meetings: z.int(),
  fairness: Fairness,
  unsocial: z.array(UnsocialMinutes),
  regions: z.array(RegionCell),
});
export type PlanFigures = z.infer<typeof PlanFigures>;

export const PlanView = z.object({
  run: ScheduleRunView,
  /** As in `run`; sent back with a change. */
  version: z.int(),
  slots: z.array(PlanSlot),
  people: z.array(PlanPerson),
  organisations: z.array(OrganisationCard),
  interpreters: z.array(z.object({ interpreterId: InterpreterId, name: PersonName })),
  meetings: z.array(PlannedMeetingView),
  figures: PlanFigures,
  /** Of a published run: how many meetings rolling it back cancels now, and how many requests the plan had answered of them. */
  takesBack: z.object({ meetings: z.int(), requests: z.int() }).optional(),
});
export type PlanView = z.infer<typeof PlanView>;

/** A person or an interpreter. */
const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), participantId: ParticipantId }),
  z.object({ kind: z.literal('interpreter'), interpreterId: InterpreterId }),
]);
export type PlanActor = z.infer<typeof Actor>;

const Slot = z.int();
/** One thing that would have to be different. */
export const PlanRemedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('raise_maximum'), actor: Actor }),
  z.object({ kind: z.literal('raise_day_maximum'), actor: Actor, slot: Slot }),
  z.object({ kind: z.literal('make_free'), actor: Actor, slot: Slot }),
  z.object({ kind: z.literal('shorten_gap'), actor: Actor, slot: Slot }),
  z.object({ kind: z.literal('skip_rest'), actor: Actor, slot: Slot }),
  z.object({ kind: z.literal('add_room'), slot: Slot }),
  z.object({ kind: z.literal('add_interpreter'), pair: z.string(), slot: Slot }),
  z.object({ kind: z.literal('allow_slot'), slot: Slot }),
  z.object({ kind: z.literal('give_up'), plannedId: PlannedMeetingId }),
]);
export type PlanRemedy = z.infer<typeof PlanRemedy>;

export const UnmetWishView = z.object({
  wishId: WishId,
  people: z.array(ParticipantId),
  origin: WishOrigin,
  weight: z.int(),
  reason: z.enum(unmetBecause),
  /** Who it is about. */
  actors: z.array(Actor),
  /** The meetings that are held instead. */
  instead: z.array(PlannedMeetingId),
  /** What would make it possible, all of it together; empty: it fits as things stand. Null: nothing would. */
  possibleWith: z.object({ slot: Slot, remedies: z.array(PlanRemedy) }).nullable(),
});
export type UnmetWishView = z.infer<typeof UnmetWishView>;

/** The most wanted first. */
export const UnmetView = z.object({ version: z.int(), wishes: z.array(UnmetWishView) });
export type UnmetView = z.infer<typeof UnmetView>;
