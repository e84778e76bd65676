import type { OpportunityCard } from '@musubi/contracts';

/** Something of mine that meets something of theirs. */
export interface OpportunityPair<T extends OpportunityCard = OpportunityCard> {
  mine: T;
  theirs: T;
}

/** How many pairs a request can cite: six opportunities in all. */
export const MOST_PAIRS = 3;

/**
 * Offers joined with requests of the same dimension, the same topic first; each is used once. At most
 * {@link MOST_PAIRS}, in the order in which mine are published.
 */
export function pairsBetween<T extends OpportunityCard>(
  mine: readonly T[],
  theirs: readonly T[],
): OpportunityPair<T>[] {
  const left = new Set(theirs);
  const found: OpportunityPair<T>[] = [];
  for (const isClose of [sameTopic, sameDimension]) {
    for (const one of mine) {
      if (found.some((pair) => pair.mine === one)) continue;
      const other = [...left].find((their) => their.kind !== one.kind && isClose(one, their));
      if (!other) continue;
      left.delete(other);
      found.push({ mine: one, theirs: other });
    }
  }
  return found.slice(0, MOST_PAIRS);
}

function sameTopic(a: OpportunityCard, b: OpportunityCard): boolean {
  return sameDimension(a, b) && a.topic === b.topic;
}

function sameDimension(a: OpportunityCard, b: OpportunityCard): boolean {
  return a.dimension === b.dimension;
}
