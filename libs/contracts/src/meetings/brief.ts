/**
 * brief (what both sides read before they meet, in both languages; a letter brings it a day ahead)
 *   GET  /api/meetings/:meetingId/brief  its people → 200 MeetingBrief
 */
import { z } from 'zod';
import { BilingualText, InstantText } from '../common.ts';
import { MeetingId } from '../ids.ts';
import { OpportunityCard } from '../profiles/profiles.ts';
import { ParticipantCard } from '../people/registration.ts';
import { arrangements } from '../vocabulary.ts';

/** A meeting that their organisations had before; what was said in it stays with those who were there. */
export const PastContact = z.object({
  meetingId: MeetingId,
  eventTitle: BilingualText,
  startsAt: InstantText,
  /** The same two people; otherwise colleagues of theirs. */
  same: z.boolean(),
});
export type PastContact = z.infer<typeof PastContact>;

/** A published agreement between their regions. */
export const KnownAgreement = z.object({
  eu: z.string(),
  jp: z.string(),
  /** As its source calls it. */
  instrument: z.string(),
  /** `2014-02-10`, `2013-05`, `1997`; null where it is not known. */
  date: z.string().nullable(),
  topics: z.array(z.string()),
  source: z.string(),
});
export type KnownAgreement = z.infer<typeof KnownAgreement>;

export const MeetingBrief = z.object({
  meetingId: MeetingId,
  startsAt: InstantText,
  endsAt: InstantText,
  language: z.string(),
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  cited: z.array(OpportunityCard),
  /** Who asked first. */
  sides: z.array(
    z.object({
      participant: ParticipantCard,
      me: z.boolean(),
      /** What their organisation seeks and offers, published ones. */
      published: z.array(OpportunityCard),
    }),
  ),
  past: z.array(PastContact),
  agreements: z.array(KnownAgreement),
});
export type MeetingBrief = z.infer<typeof MeetingBrief>;
