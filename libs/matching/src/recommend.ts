import type { Candidate } from './candidate.ts';
import { score, type MatchScore } from './score.ts';

export interface MatchRecommendation {
  readonly candidateId: string;
  readonly score: MatchScore;
}

export interface RecommendOptions {
  /** Ids that must not be shown: hidden, blocked by either, dismissed, already asked or meeting. Hard: no score brings them back. */
  readonly excluded: ReadonlySet<string>;
  /** How many requests wait for an answer of each, by id; left out where nobody waits. */
  readonly waiting?: ReadonlyMap<string, number> | undefined;
  /** At most so many; all when left out. */
  readonly limit?: number | undefined;
}

/**
 * Who fits me, best first, each with the reasons. Nobody excluded, nobody of my own organisation, nobody who fits not at all.
 * Whoever is asked by more people than there are common slots left stands further behind, by the share of them who can be met: a
 * popular person cannot meet everybody (exposure, as Palomares et al. call for it; the score itself stays).
 * Deterministic: the order of `others` does not matter, equals stand in order of their id. Needs no history.
 * O(n·k + n log n) for n others with k comparisons each.
 */
export function recommend(
  me: Candidate,
  others: readonly Candidate[],
  { excluded, waiting, limit }: RecommendOptions,
): readonly MatchRecommendation[] {
  return others
    .filter(({ id, organisationId }) => id !== me.id && organisationId !== me.organisationId && !excluded.has(id))
    .map((other) => ({ other, score: score(me, other) }))
    .filter((one) => one.score.total > 0)
    .map(({ other, score }) => ({ candidateId: other.id, score, rank: score.total * chanceToMeet(other, waiting) }))
    .sort((a, b) => b.rank - a.rank || (a.candidateId < b.candidateId ? -1 : 1))
    .slice(0, limit)
    .map(({ candidateId, score }) => ({ candidateId, score }));
}

/** Of those who would wait with me, the share whom the common slots suffice for; one more than there are, since plans change. */
function chanceToMeet({ id, freeSlots }: Candidate, waiting: RecommendOptions['waiting']): number {
  return Math.min(1, (freeSlots.length + 1) / ((waiting?.get(id) ?? 0) + 1));
}
