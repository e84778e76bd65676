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
  /** Countries of neither side in which a partner is sought to work together (`VN`). */
  readonly thirdCountries: readonly string[];
  /** Whether a new partner is sought, or more from an existing agreement. */
  readonly novelty: 'new' | 'expands';
  /** The agreement that it widens and the place of its other party, null where no one place fits; null for any agreement. */
  readonly agreement: { readonly id: string; readonly partner: string | null } | null;
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

/** An agreement that joins two candidates: the place of each that it names, null where it names the organisation or only the other knows. */
export interface Tie {
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** The agreements that both of them widen, by id in order. */
export function widenedByBoth(me: Candidate, other: Candidate): readonly string[] {
  if (!isAcross(me, other)) return [];
  const [mine, theirs] = [me, other].map(({ opportunities }) => new Set(opportunities.map((one) => one.agreement?.id)));
  return [...mine!].filter((id) => id !== undefined && theirs!.has(id)).sort() as string[];
}

/** The countries of neither side in which both seek to work with the other side, in order. */
export function countriesOfBoth(me: Candidate, other: Candidate): readonly string[] {
  if (!isAcross(me, other)) return [];
  const [mine, theirs] = [me, other].map(
    ({ opportunities }) => new Set(opportunities.flatMap((one) => one.thirdCountries)),
  );
  return [...mine!].filter((country) => theirs!.has(country)).sort();
}

/** The agreement that joins the two, as either of them knows; null without one. From the other side `mine` and `theirs` change places. */
export function tieBetween(me: Candidate, other: Candidate): Tie | null {
  const [theirs, mine] = [namedBy(me, other), namedBy(other, me)];
  if (theirs === undefined && mine === undefined && widenedByBoth(me, other).length === 0) return null;
  return { mine: mine ?? null, theirs: theirs ?? null };
}

/** The place of the other that this one has an agreement with; null for their organisation itself, undefined for none. */
function namedBy({ ties }: Candidate, { organisationId, region }: Candidate): string | null | undefined {
  const places = ties.filter((tie) => isWithin(region, tie)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return places[0] ?? (ties.includes(organisationId) ? null : undefined);
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
