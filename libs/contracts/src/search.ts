/**
 * search (what one may see of an event, in any script)
 *   GET /api/events/:eventId/search   participant ?q= → 200 SearchAnswer (at most SEARCH_MOST of each kind, best first; nothing for no letters)
 */
import { z } from 'zod';
import { BilingualText, InstantText } from './common.ts';
import { MeetingId, SessionId } from './ids.ts';
import { OrganisationCard } from './people/organisations.ts';
import { ParticipantCard } from './people/registration.ts';
import { meetingStates } from './vocabulary.ts';

/** As many of each kind as an answer holds. */
export const SEARCH_MOST = 6;

export const SearchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .max(100)
    // PostgreSQL cannot hold the null character.
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'not well-formed'),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchAnswer = z.object({
  sessions: z.array(z.object({ sessionId: SessionId, title: BilingualText, startsAt: InstantText })),
  people: z.array(ParticipantCard),
  /** Of people who can be found. */
  organisations: z.array(OrganisationCard),
  /** One's own. */
  meetings: z.array(
    z.object({
      meetingId: MeetingId,
      partner: ParticipantCard,
      startsAt: InstantText,
      state: z.enum(meetingStates),
    }),
  ),
  /** Nothing has the words as they were typed: what was found has these instead, as they are written there. Empty otherwise. */
  meant: z.array(z.string()),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
