import type { MatchOpportunity } from './candidate.ts';

/**
 * How an opportunity of mine and one of theirs fit: my `offer` answers their request, my `request` is met by their offer, or
 * both seek (or both offer) the same and could do it together (`shared`).
 */
export type PairKind = 'offer' | 'request' | 'shared';

export interface OpportunityPair {
  readonly myOpportunityId: string;
  readonly theirOpportunityId: string;
  readonly kind: PairKind;
  /** How close the subjects are, from 0 to 1: see {@link closeness}. */
  readonly closeness: number;
}

/**
 * How close two subjects are: 1 the same topic; 0.6 the same dimension as a whole, or one of them the whole and the other a
 * part of it; 0.3 two topics of one dimension; 0 different dimensions. Symmetric.
 */
export function closeness(a: MatchOpportunity, b: MatchOpportunity): number {
  if (a.dimension !== b.dimension) return 0;
  if (a.topic === a.dimension || b.topic === b.dimension) return 0.6;
  return a.topic === b.topic ? 1 : 0.3;
}

/** How much of what I want a pair gives me: what I asked for, a taker for what I offer, somebody with the same aim. */
const worth: Readonly<Record<PairKind, number>> = { request: 1, offer: 0.8, shared: 0.4 };

/** What a pair is worth to me, from 0 to 1. */
export function worthToMe({ kind, closeness: close }: OpportunityPair): number {
  return worth[kind] * close;
}

/** What a pair is worth to the other, from 0 to 1: what I offer is what they asked for. */
export function worthToThem({ kind, closeness: close }: OpportunityPair): number {
  return worth[kind === 'offer' ? 'request' : kind === 'request' ? 'offer' : 'shared'] * close;
}

/**
 * The pairs between two lists of opportunities, best first, each opportunity at most once. Opposite kinds pair within a dimension;
 * equal kinds only on the same topic. Deterministic whatever the order of the lists; the same pairs from either side.
 * O(m·t log) for lists of m and t.
 */
export function pairsBetween(
  mine: readonly MatchOpportunity[],
  theirs: readonly MatchOpportunity[],
): readonly OpportunityPair[] {
  const possible = mine.flatMap((my) =>
    theirs.flatMap((their): OpportunityPair[] => {
      const close = closeness(my, their);
      const kind = my.kind === their.kind ? 'shared' : my.kind;
      if (close === 0 || (kind === 'shared' && close < 1)) return [];
      return [{ myOpportunityId: my.id, theirOpportunityId: their.id, kind, closeness: close }];
    }),
  );
  const used = new Set<string>();
  return possible.sort(compare).filter(({ myOpportunityId: my, theirOpportunityId: their }) => {
    if (used.has(`my ${my}`) || used.has(`their ${their}`)) return false;
    used.add(`my ${my}`).add(`their ${their}`);
    return true;
  });
}

/** Best first for both together; between equals by the ids in order, which reads the same from either side. */
function compare(a: OpportunityPair, b: OpportunityPair): number {
  const value = (pair: OpportunityPair): number => worthToMe(pair) + worthToThem(pair);
  return value(b) - value(a) || (idsOf(a) < idsOf(b) ? -1 : 1);
}

function idsOf({ myOpportunityId, theirOpportunityId }: OpportunityPair): string {
  return [myOpportunityId, theirOpportunityId].sort().join(' ');
}
