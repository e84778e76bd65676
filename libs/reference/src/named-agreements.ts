import type { VerifiedAgreement } from './agreement.ts';
import { agreementPartnersOf, territorial, verifiedAgreements } from './agreements.ts';
import { isRegion, regionName } from './default-regions.ts';
import type { Lang } from './taxonomy.ts';

/**
 * Verified agreements of a region, a part of it, or of what it lies in, whoever signed there: what an organisation of the region may
 * mean when it says that it widens one. Those of the region as a whole first.
 */
export function agreementsOf(region: string): readonly VerifiedAgreement[] {
  const own = verifiedAgreements.filter(({ eu, jp }) => [eu, jp].some((party) => isNear(party.region, region)));
  const partners = agreementPartnersOf(region);
  const whole = ({ eu, jp }: VerifiedAgreement): number =>
    Number(
      ![eu, jp].every(({ kind }) => territorial.includes(kind)) ||
        ![eu, jp].some((party) => party.region !== null && partners.includes(party.region)),
    );
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
