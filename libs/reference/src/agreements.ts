import type { VerifiedAgreement } from './agreement.ts';
import { agreementRows } from './data/agreements.ts';
import { isRegion, regionName } from './default-regions.ts';
import type { Lang } from './taxonomy.ts';

export type * from './agreement.ts';

export const verifiedAgreements: readonly VerifiedAgreement[] = agreementRows;

/** Parties that sign for their whole territory; a cluster or a city binds itself alone. */
const territorial: readonly string[] = ['region', 'department', 'prefecture'];

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

/**
 * Verified agreements of a region, a part of it, or of what it lies in, whoever signed there: what an organisation of the region may
 * mean when it says that it widens one. Those of the region as a whole first.
 */
export function agreementsOf(region: string): readonly VerifiedAgreement[] {
  const own = verifiedAgreements.filter(({ eu, jp }) => [eu, jp].some((party) => isNear(party.region, region)));
  const whole = (agreement: VerifiedAgreement): number => Number(partnerOf(agreement, region) === null);
  return own.toSorted((a, b) => whole(a) - whole(b) || (a.id < b.id ? -1 : 1));
}

/** Where the other party of the agreement is, seen from a region of one of them; null where no one region fits. */
export function partnerIn(agreementId: string, region: string): string | null {
  const agreement = verifiedAgreements.find(({ id }) => id === agreementId);
  if (!agreement) return null;
  const { eu, jp } = agreement;
  return isNear(eu.region, region) ? jp.region : isNear(jp.region, region) ? eu.region : null;
}

/** `Lombardia – Osaka`: the region of who signed for it, else the name of who signed. The id itself where it is unknown. */
export function agreementName(agreementId: string, lang: Lang): string {
  const agreement = verifiedAgreements.find(({ id }) => id === agreementId);
  if (!agreement) return agreementId;
  return [agreement.eu, agreement.jp]
    .map(({ kind, name, region }) =>
      region !== null && territorial.includes(kind) && isRegion(region) ? regionName(region, lang) : name,
    )
    .join(' – ');
}

function isNear(party: string | null, region: string): boolean {
  return party !== null && region !== '' && (party.startsWith(region) || region.startsWith(party));
}

function partnerOf({ eu, jp }: VerifiedAgreement, region: string): string | null {
  if (eu.region === null || jp.region === null) return null;
  if (!territorial.includes(eu.kind) || !territorial.includes(jp.kind)) return null;
  if (region.startsWith(eu.region)) return jp.region;
  return region === jp.region ? eu.region : null;
}
