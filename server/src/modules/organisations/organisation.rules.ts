import type { Side } from '@musubi/contracts';
import { countryName, countryOf, isRegion, sideOf } from '@musubi/reference';
import { DomainError } from '../../platform/index.js';

/** So many organisations somebody may enter; whoever needs more knows the organisers. */
export const enteredAtMost = 20;

/** @throws DomainError `organisation.too_many` */
export function assertMayEnter(entered: number): void {
  if (entered >= enteredAtMost) throw new DomainError('organisation.too_many', { atMost: enteredAtMost });
}

/** Codes that name a group or nothing, though `Intl` has a word for them. */
const notCountries: readonly string[] = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

/**
 * Where a region lies. Outside the EU and Japan a country stands for its regions.
 * @throws DomainError `organisation.region_unknown`
 */
export function placeOf(regionCode: string): { regionCode: string; country: string; side: Side } {
  if (!isRegion(regionCode) && !isThirdCountry(regionCode)) {
    throw new DomainError('organisation.region_unknown', { regionCode });
  }
  return { regionCode, country: countryOf(regionCode), side: sideOf(regionCode) };
}

function isThirdCountry(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) &&
    sideOf(code) === 'third' &&
    !notCountries.includes(code) &&
    countryName(code, 'en') !== code
  );
}
