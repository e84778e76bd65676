/** A published offer or request, as far as matching looks at it. */
export interface MatchOpportunity {
  readonly id: string;
  readonly kind: 'offer' | 'request';
  /** First level, `innovation`. */
  readonly dimension: string;
  /** Second level, `research`; the dimension's own code stands for all of it. */
  readonly topic: string;
  /** Codes of countries, regions or prefectures wished for (`DE`, `DE1`, `JP-27`); empty means anywhere on the other side. */
  readonly targetRegions: readonly string[];
  /** Whether a new partner is sought, or more from an existing agreement. */
  readonly novelty: 'new' | 'expands';
}

/** One participant who may be recommended, with what their organisation published. */
export interface Candidate {
  /** Unique among all candidates; decides between equals. */
  readonly id: string;
  readonly organisationId: string;
  readonly side: 'eu' | 'jp' | 'third';
  /** NUTS or prefecture code. */
  readonly region: string;
  /** Working languages, ISO 639-1, the person's own first. */
  readonly languages: readonly string[];
  readonly opportunities: readonly MatchOpportunity[];
  /** Ids of the slots in which the person is free. */
  readonly freeSlots: readonly string[];
  /** Organisation ids and region codes with which the organisation or its region has an agreement. One side may know what the other does not. */
  readonly ties: readonly string[];
}

/** Whether an agreement joins the two, as either of them knows. Symmetric. */
export function areTied(a: Candidate, b: Candidate): boolean {
  return knows(a, b) || knows(b, a);
}

function knows({ ties }: Candidate, { organisationId, region }: Candidate): boolean {
  return ties.some((tie) => tie === organisationId || isWithin(region, tie));
}

/** Whether the region is the place or lies in it. Codes nest: `DE11` in `DE1` in `DE`, `JP-27` in `JP`. */
export function isWithin(region: string, place: string): boolean {
  return place !== '' && region.startsWith(place);
}

/** Whether the two stand on the two sides of the cooperation. */
export function isAcross(a: Candidate, b: Candidate): boolean {
  return (a.side === 'eu' && b.side === 'jp') || (a.side === 'jp' && b.side === 'eu');
}

/** Whether both stand on the same side; two third countries are not one side. */
export function onSameSide(a: Candidate, b: Candidate): boolean {
  return a.side === b.side && a.side !== 'third';
}
