/**
 * times that came free, offered to two who both wish it
 *   GET  /api/events/:eventId/gaps           participant     → 200 GapView[] (one's own, by start; only those that are open)
 *   POST /api/gaps/:gapId/accept             one of the two {} → 200 GapAnswer (books where the time may be taken at once, asks otherwise) | 409 schedule.gap_gone
 *   POST /api/gaps/:gapId/decline            one of the two {} → 200 GapAnswer (the other is not told)
 * Numbered feed: `gap.changed`.
 */
import { z } from 'zod';
import { InstantText } from '../common.ts';
import { BlockId, EventId, GapId, MeetingId, MeetingRequestId, SlotId } from '../ids.ts';
import { ParticipantCard } from '../people/registration.ts';
import { gapStates } from './words.ts';

export const GapView = z.object({
  gapId: GapId,
  eventId: EventId,
  /** With whom. */
  participant: ParticipantCard,
  slotId: SlotId,
  blockId: BlockId,
  startsAt: InstantText,
  endsAt: InstantText,
  /** It is booked as soon as one says yes; otherwise the other is asked. */
  instant: z.boolean(),
  offeredAt: InstantText,
});
export type GapView = z.infer<typeof GapView>;

export const GapAnswer = z.object({
  gapId: GapId,
  state: z.enum(gapStates),
  meetingId: MeetingId.nullable(),
  requestId: MeetingRequestId.nullable(),
});
export type GapAnswer = z.infer<typeof GapAnswer>;
