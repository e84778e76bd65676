/**
 * guests: further people of a request or meeting, beside the two who agree on it
 *   GET  /api/events/:eventId/group-slots?with=<ids,…>      participant            → 200 GroupSlot[] (what suits everybody named; why somebody cannot is never told)
 *   GET  /api/meetings/:meetingId/slots                     its people             → 200 GroupSlot[] (to move it: everybody who is of it)
 *   GET  /api/meeting-requests/:requestId/guests            its people             → 200 GuestView[]
 *   POST /api/meeting-requests/:requestId/guests            who agrees on it InviteGuests → 201 GuestView[] (also once it is a meeting)
 *   GET  /api/events/:eventId/guest-invitations             participant            → 200 GuestInvitation[] (to oneself, the newest first)
 *   GET  /api/guests/:guestId                               who is invited         → 200 GuestInvitation
 *   POST /api/guests/:guestId/accept                        who is invited {}      → 200 GuestInvitation | 409 meeting.slot_taken
 *   POST /api/guests/:guestId/decline                       who is invited {}      → 200 GuestInvitation (also after accepting: leaves the meeting)
 *   POST /api/guests/:guestId/withdraw                      who agrees on it {}    → 200 GuestView[] (also after accepting: takes the seat back)
 */
import { z } from 'zod';
import { SlotChoice } from './blocks.ts';
import { InstantText } from '../common.ts';
import { EventId, GuestId, MeetingId, MeetingRequestId, ParticipantId } from '../ids.ts';
import { GuestInput, ProposedSlot } from './meetings.ts';
import { OpportunityCard } from '../profiles/profiles.ts';
import { WantedPair } from './languages.ts';
import { ParticipantCard } from '../people/registration.ts';
import { arrangements, guestStates, peopleAtMost, seatParts } from '../vocabulary.ts';

export const InviteGuests = z.strictObject({
  people: z
    .array(GuestInput)
    .min(1)
    .max(peopleAtMost - 2),
});
export type InviteGuests = z.infer<typeof InviteGuests>;

export const GroupSlotsQuery = z.strictObject({
  /** Participants, the first is who is asked; separated by commas. */
  with: z
    .string()
    .max(40 * peopleAtMost)
    .transform((text) => text.split(','))
    .pipe(z.array(ParticipantId).min(1).max(peopleAtMost)),
  interpretation: WantedPair.optional(),
});
export type GroupSlotsQuery = z.infer<typeof GroupSlotsQuery>;

export const GroupSlot = SlotChoice.extend({
  /** Whom of the others it does not suit. */
  cannot: z.array(ParticipantId),
});
export type GroupSlot = z.infer<typeof GroupSlot>;

export const GuestView = z.object({
  guestId: GuestId,
  requestId: MeetingRequestId,
  participant: ParticipantCard,
  side: z.int(),
  part: z.enum(seatParts),
  state: z.enum(guestStates),
  invitedBy: ParticipantId,
  invitedAt: InstantText,
  answeredAt: InstantText.nullable(),
});
export type GuestView = z.infer<typeof GuestView>;

export const GuestInvitation = GuestView.extend({
  eventId: EventId,
  /** Who asked, and who was asked. */
  from: ParticipantCard,
  to: ParticipantCard,
  /** Who comes as well, beside these two and oneself. */
  others: z.array(ParticipantCard),
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  opportunities: z.array(OpportunityCard),
  language: z.string(),
  /** Null while the two have not agreed on a time. */
  meeting: z.object({ meetingId: MeetingId, startsAt: InstantText, endsAt: InstantText }).nullable(),
  /** While there is no meeting: the times that are proposed, `open` for the person invited. */
  slots: z.array(ProposedSlot),
});
export type GuestInvitation = z.infer<typeof GuestInvitation>;
