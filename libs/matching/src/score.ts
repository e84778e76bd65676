import { onSameSide, type Candidate } from './candidate.ts';
import { pairsBetween, type OpportunityPair } from './pairs.ts';
import { findings, partKeys, weights, type Because, type PartKey, type Strength } from './parts.ts';

/** One part of a score, with its reason. */
export interface MatchPart {
  readonly key: PartKey;
  readonly strength: Strength;
  /** Points it could give. */
  readonly weight: number;
  /** Points it gave, the mean of both sides, 0 to `weight`. */
  readonly got: number;
  readonly because: Because;
}

/** How well two fit, and why. */
export interface MatchScore {
  /** 0 to 100: the harmonic mean of both directions. */
  readonly total: number;
  /** 0 to 100: how well the other meets what I look for. */
  readonly mine: number;
  /** 0 to 100: how well I meet what the other looks for. */
  readonly theirs: number;
  /** Every part, in the order in which it is told. */
  readonly parts: readonly MatchPart[];
  /** What we published that fits together, best first. */
  readonly pairs: readonly OpportunityPair[];
}

/** What a match within one side counts of the same match across: it may open a door, but it is not what people came for. */
const sameSideShare = 0.5;

/**
 * Scores two candidates in both directions and explains it. The total is the harmonic mean, so that a wish that only one
 * side has cannot carry a recommendation (RECON: Pizzato et al., "RECON: a reciprocal recommender for online dating",
 * RecSys 2010). Symmetric: from the other side the total is the same, `mine` and `theirs` change places.
 * O(m·t) for m and t opportunities, plus the free slots.
 */
export function score(me: Candidate, other: Candidate): MatchScore {
  const encounter = { me, other, pairs: pairsBetween(me.opportunities, other.opportunities) };
  let mine = 0;
  let theirs = 0;
  const share = onSameSide(me, other) ? sameSideShare : 1;
  const parts = partKeys.map((key): MatchPart => {
    const finding = findings[key](encounter);
    const weight = weights[key] * share;
    mine += weight * finding.mine;
    theirs += weight * finding.theirs;
    const got = (weight * (finding.mine + finding.theirs)) / 2;
    return { key, strength: finding.strength, weight, got, because: finding.because };
  });
  return { total: harmonicMean(mine, theirs), mine, theirs, parts, pairs: encounter.pairs };
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
