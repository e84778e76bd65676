/** One party as its source names it. */
export interface AgreementParty {
  readonly name: string;
  readonly kind: 'region' | 'prefecture' | 'department' | 'municipality' | 'cluster' | 'cluster network' | 'agency';
  /** ISO 3166-1, or `EU` for a party of several countries. */
  readonly country: string;
  /** NUTS 2021 (level 3 for a French département) or ISO 3166-2; null where no one region fits. */
  readonly region: string | null;
}

/** A date as exactly as it is known. */
export interface PreciseDate {
  /** `2014-02-10`, `2013-05`, `1997`, or null. */
  readonly date: string | null;
  readonly precision: 'day' | 'month' | 'year' | 'unknown';
  /** False where the source leaves room for doubt. */
  readonly certain: boolean;
}

/** A real agreement between regions or clusters of the two sides, checked against a published source. */
export interface VerifiedAgreement {
  readonly id: string;
  readonly eu: AgreementParty;
  readonly jp: AgreementParty;
  /** As the source calls it. */
  readonly instrument: string;
  readonly firstDate: PreciseDate;
  readonly laterEvents: string | null;
  /** Free words of the source. */
  readonly topics: readonly string[];
  readonly source: { readonly kind: string; readonly url: string };
  /** What is doubtful about it. */
  readonly caveat: string | null;
}
