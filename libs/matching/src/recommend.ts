import type { Candidate } from './candidate.ts';
import { score, type MatchScore } from './score.ts';

export interface MatchRecommendation {
  readonly candidateId: string;
  readonly score: MatchScore;
}

export interface RecommendOptions {
  /** Ids that must not be shown: hidden, blocked by either, dismissed, already asked or meeting. Hard: no score brings them back. */
  readonly excluded: ReadonlySet<string>;
  /** At most so many; all when left out. */
  readonly limit?: number | undefined;
}

/**
 * Who fits me, best first, each with the reasons. Nobody excluded, nobody of my own organisation, nobody who fits not at all.
 * Deterministic: the order of `others` does not matter, equals stand in order of their id. Needs no history.
 * O(n·k + n log n) for n others with k comparisons each.
 */
export function recommend(
  me: Candidate,
  others: readonly Candidate[],
  { excluded, limit }: RecommendOptions,
): readonly MatchRecommendation[] {
  return others
    .filter(({ id, organisationId }) => id !== me.id && organisationId !== me.organisationId && !excluded.has(id))
    .map((other) => ({ candidateId: other.id, score: score(me, other) }))
    .filter((one) => one.score.total > 0)
    .sort((a, b) => b.score.total - a.score.total || (a.candidateId < b.candidateId ? -1 : 1))
    .slice(0, limit);
}
