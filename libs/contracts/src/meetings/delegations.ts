/**
 * delegations: an organisation's people at an event, and how they share what comes in
 *   GET  /api/events/:eventId/delegation                         participant                → 200 DelegationView (own organisation's)
 *   PUT  /api/events/:eventId/delegation                         its administrator DelegationPut → 200 DelegationView
 *   PUT  /api/organise/events/:eventId/delegations/:organisationId  organiser DelegationPut → 200 DelegationView (in its place: logged and told)
 *   GET  /api/organise/events/:eventId/delegations               organiser                  → 200 DelegationRow[] (those that lack somebody first)
 *   GET  /api/organise/events/:eventId/delegations/:organisationId  organiser               → 200 DelegationView
 *   GET  /api/organise/events/:eventId/delegations/:organisationId/unassigned/:meetingId  organiser → 200 ColleagueChoice[]
 *   POST /api/organise/events/:eventId/delegations/:organisationId/unassigned/:meetingId  organiser HandOver → 200 HandedOver (in its place: logged and told)
 *   GET  /api/organise/events/:eventId/unassigned                organiser                  → 200 UnassignedMeeting[] (soonest first)
 *   GET  /api/meetings/:meetingId/colleagues                     who comes, its delegation  → 200 ColleagueChoice[] (who could come instead)
 *   POST /api/meetings/:meetingId/hand-over                      who comes, its delegation HandOver → 200 HandedOver
 *   POST /api/meetings/:meetingId/hand-back                      who was in it, its delegation {} → 200 HandedOver (to who came before)
 *   GET  /api/events/:eventId/assistants                         participant                → 200 AssistantsView
 *   POST /api/events/:eventId/assistants                         participant AskAssistant   → 201 AssistantView
 *   POST /api/assistants/:assistantId/accept                     who was asked {}           → 200 AssistantView
 *   POST /api/assistants/:assistantId/end                        either of the two {}       → 200 AssistantView
 * Whoever assists somebody sends the header `On-Behalf-Of: <participantId>` with requests, slots (of groups, too), availability and meetings.
 * Where a route cannot be used for somebody else the header is refused: 403 assistant.not_here.
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { AssistantId, EventId, MeetingId, ParticipantId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { ParticipantCard } from '../people/registration.ts';
import { arrangements, assistantStates, delegationModes, delegationParts, handoverReasons } from '../vocabulary.ts';

/** The header that says for whom somebody acts; its value is a participant's id. */
export const onBehalfOf = 'on-behalf-of';

const Span = z.object({ startsAt: InstantText, endsAt: InstantText });

export const DelegationMember = z.object({
  participant: ParticipantCard,
  part: z.enum(delegationParts),
  me: z.boolean(),
  /** Confirmed meetings, and how much of them lies outside of office hours (08:00-18:30) on the member's own clock. */
  meetings: z.int(),
  minutes: z.int(),
  unsocialMinutes: z.int(),
  /** When the member can be met no more: promised or not offered. Never why. */
  busy: z.array(Span),
});
export type DelegationMember = z.infer<typeof DelegationMember>;

export const HandoverView = z.object({
  meetingId: MeetingId,
  startsAt: InstantText,
  /** Who is met: the other side. */
  partner: PersonName.nullable(),
  why: z.enum(handoverReasons),
  from: PersonName.nullable(),
  to: PersonName.nullable(),
  by: PersonName.nullable(),
  /** For whom, where an assistant did it. */
  byFor: PersonName.nullable(),
  at: InstantText,
});
export type HandoverView = z.infer<typeof HandoverView>;

export const DelegationMeeting = z.object({
  meetingId: MeetingId,
  startsAt: InstantText,
  endsAt: InstantText,
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  /** Who is met: the other side. */
  partner: ParticipantCard.nullable(),
  /** Who comes; null where nobody does yet. */
  memberId: ParticipantId.nullable(),
  /** Whether the person who asks may hand it to somebody. */
  mayHandOver: z.boolean(),
  /** Whoever came before, to whom it can go back. */
  handBackTo: PersonName.nullable(),
});
export type DelegationMeeting = z.infer<typeof DelegationMeeting>;

export const DelegationView = z.object({
  eventId: EventId,
  organisation: OrganisationCard,
  mode: z.enum(delegationModes),
  /** Whether the person who asks belongs to it: an administrator has agreed. */
  belongs: z.boolean(),
  /** Whether the person who asks may change mode and parts. */
  mayKeep: z.boolean(),
  members: z.array(DelegationMember),
  /** The periods in which this event has slots. */
  slots: z.array(Span),
  /** Meetings ahead, the soonest first; those without anybody are the ones to look at. */
  meetings: z.array(DelegationMeeting),
  /** Who took over from whom, the latest first. */
  handovers: z.array(HandoverView),
  /** Who changed mode or parts last. */
  changed: z.object({ by: PersonName.nullable(), at: InstantText, organiser: z.boolean() }).nullable(),
});
export type DelegationView = z.infer<typeof DelegationView>;

/** A delegation in the organisers' list. */
export const DelegationRow = z.object({
  organisation: OrganisationCard,
  mode: z.enum(delegationModes),
  members: z.int(),
  /** Meetings ahead for which nobody comes. */
  unassigned: z.int(),
});
export type DelegationRow = z.infer<typeof DelegationRow>;

export const DelegationPut = z.strictObject({
  mode: z.enum(delegationModes),
  parts: z
    .array(z.strictObject({ participantId: ParticipantId, part: z.enum(delegationParts) }))
    .max(100)
    .refine((parts) => new Set(parts.map((one) => one.participantId)).size === parts.length, 'the same person twice'),
});
export type DelegationPut = z.infer<typeof DelegationPut>;

/** A colleague who could come instead. */
export const ColleagueChoice = z.object({
  participant: ParticipantCard,
  part: z.enum(delegationParts),
  free: z.boolean(),
  meetings: z.int(),
});
export type ColleagueChoice = z.infer<typeof ColleagueChoice>;

export const HandOver = z.strictObject({ to: ParticipantId });
export type HandOver = z.infer<typeof HandOver>;

/** The meeting goes on as it is; only who comes is another. */
export const HandedOver = z.object({
  meetingId: MeetingId,
  from: ParticipantCard.nullable(),
  to: ParticipantCard,
});
export type HandedOver = z.infer<typeof HandedOver>;

export const UnassignedMeeting = z.object({
  meetingId: MeetingId,
  startsAt: InstantText,
  endsAt: InstantText,
  since: InstantText,
  organisation: OrganisationCard,
  /** Who was to come. */
  left: PersonName,
  partner: ParticipantCard.nullable(),
  /** When a backup is asked; past where none was free. */
  backupAt: InstantText,
  /** Colleagues who are free then. */
  free: z.int(),
});
export type UnassignedMeeting = z.infer<typeof UnassignedMeeting>;

export const AskAssistant = z.strictObject({ participantId: ParticipantId });
export type AskAssistant = z.infer<typeof AskAssistant>;

export const AssistantView = z.object({
  assistantId: AssistantId,
  eventId: EventId,
  /** For whom. */
  principal: ParticipantCard,
  /** Who acts. */
  assistant: ParticipantCard,
  state: z.enum(assistantStates),
  /** Whether the person who asks may accept it now. */
  mayAccept: z.boolean(),
  mayEnd: z.boolean(),
});
export type AssistantView = z.infer<typeof AssistantView>;

export const AssistantsView = z.object({
  /** Who acts for me, or is asked to. */
  mine: z.array(AssistantView),
  /** For whom I act, or am asked to. */
  others: z.array(AssistantView),
  /** Colleagues whom I could ask. */
  colleagues: z.array(ParticipantCard),
});
export type AssistantsView = z.infer<typeof AssistantsView>;
