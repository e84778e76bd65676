/**
 * matchmaking
 *   GET    /api/events/:eventId/recommendations                          participant ?RecommendationsQuery → 200 RecommendationView[] best first
 *   PUT    /api/events/:eventId/recommendations/:participantId/dismissal participant {} → 204 (hard and private) ; DELETE → 204 (undo)
 */
import { z } from 'zod';
import { InstantText } from './common.ts';
import { OpportunityCard } from './profiles/profiles.ts';
import { ParticipantCard } from './people/registration.ts';
import { matchParts, matchStrengths } from './vocabulary.ts';

/** Only those who could meet me in the slot that begins then. */
export const RecommendationsQuery = z.strictObject({ at: InstantText.optional() });
export type RecommendationsQuery = z.infer<typeof RecommendationsQuery>;

/** Why: one part of the score, with what the words need. */
export const MatchReason = z.object({
  part: z.enum(matchParts),
  strength: z.enum(matchStrengths),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MatchReason = z.infer<typeof MatchReason>;

export const RecommendationView = z.object({
  participant: ParticipantCard,
  /** 0 to 100. */
  score: z.number().min(0).max(100),
  reasons: z.array(MatchReason),
  pairs: z.array(z.object({ mine: OpportunityCard, theirs: OpportunityCard })),
  /** Times ahead that both could take, and that I have proposed to nobody else. */
  sharedSlots: z.int(),
  /** Those of them in the office hours of both. */
  sharedOfficeSlots: z.int(),
  /** An open request or a meeting with this person exists. */
  inTouch: z.boolean(),
});
export type RecommendationView = z.infer<typeof RecommendationView>;
