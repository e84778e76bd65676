/**
 * matchmaking
 *   GET    /api/events/:eventId/recommendations                          participant → 200 RecommendationView[] best first
 *   PUT    /api/events/:eventId/recommendations/:participantId/dismissal participant {} → 204 (hard and private) ; DELETE → 204 (undo)
 */
import type { ParticipantCard } from './registration.ts';
import type { OpportunityCard } from './profiles.ts';
import type { MatchPart, MatchStrength } from './vocabulary.ts';

/** Why: one part of the score, with what the words need. */
export interface MatchReason {
  part: MatchPart;
  strength: MatchStrength;
  data: Record<string, string | number>;
}

export interface RecommendationView {
  participant: ParticipantCard;
  /** 0 to 100. */
  score: number;
  reasons: MatchReason[];
  pairs: { mine: OpportunityCard; theirs: OpportunityCard }[];
  sharedSlots: number;
  /** An open request or a meeting with this person exists. */
  inTouch: boolean;
}
