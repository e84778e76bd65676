import type { VerifiedAgreement } from './agreement.ts';
import { agreementRows } from './data/agreements.ts';

export type * from './agreement.ts';

export const verifiedAgreements: readonly VerifiedAgreement[] = agreementRows;

/** Parties that sign for their whole territory; a cluster or a city binds itself alone. */
export const territorial: readonly string[] = ['region', 'department', 'prefecture'];

/**
 * Codes of the regions and prefectures of the other side with which the region, or one that it lies in, has a verified agreement,
 * in order of the code: `DE11` → `JP-14`, `JP-21`. An agreement of a part does not bind the whole: `DE` → none.
 */
export function agreementPartnersOf(region: string): readonly string[] {
  return [...new Set(verifiedAgreements.flatMap((agreement) => partnerOf(agreement, region) ?? []))].sort();
}

/** Verified agreements between two regions or prefectures, in whichever order they are given; those they lie in count, too. */
export function agreementsBetween(one: string, other: string): readonly VerifiedAgreement[] {
  return verifiedAgreements.filter((agreement) => {
    const partner = partnerOf(agreement, one);
    return partner !== null && other.startsWith(partner);
  });
}

function partnerOf({ eu, jp }: VerifiedAgreement, region: string): string | null {
  if (eu.region === null || jp.region === null) return null;
  if (!territorial.includes(eu.kind) || !territorial.includes(jp.kind)) return null;
  if (region.startsWith(eu.region)) return jp.region;
  return region === jp.region ? eu.region : null;
}
