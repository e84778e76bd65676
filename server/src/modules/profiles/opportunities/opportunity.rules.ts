import type { OpportunityInput } from '@musubi/contracts';
import { isRegion, isThirdCountry, isTopicOf } from '@musubi/reference';
import { agreementsOf } from '@musubi/reference/named-agreements';
import { instantAt } from '@musubi/time';
import { DomainError } from '../../../platform/index.js';
import { yearFrom } from '../life/term.js';

/** What an opportunity still lacks before others may see it. */
export type Gap = 'summary' | 'topic' | 'targetRegions' | 'deadline';

/** So many an organisation may have beside what is in its archive. */
export const openAtMost = 50;

/** @throws DomainError `opportunity.too_many` */
export function assertRoomForOne(open: number): void {
  if (open >= openAtMost) throw new DomainError('opportunity.too_many', { atMost: openAtMost });
}

/** What may only stand beside something else that was chosen, or is unknown. */
export type Misfit = 'thirdCountries' | 'agreement';

/** @param region the organisation's, whose agreements it may widen */
export function misfitsOf(opportunity: OpportunityInput, region: string): Misfit[] {
  const { form, thirdCountries, novelty, agreementId, agreementName } = opportunity;
  const isOfForm = thirdCountries.length === 0 || form === 'one-plus-one';
  const named = [agreementId, agreementName].filter((one) => one !== null).length;
  const isTheirs = agreementId === null || agreementsOf(region).some(({ id }) => id === agreementId);
  return [
    !(isOfForm && thirdCountries.every(isThirdCountry)) && ('thirdCountries' as const),
    !(named === 0 || (named === 1 && novelty === 'expands' && isTheirs)) && ('agreement' as const),
  ].filter((misfit) => misfit !== false);
}

/** @throws DomainError `opportunity.does_not_fit` with the fields */
export function assertFits(opportunity: OpportunityInput, region: string): void {
  const fields = misfitsOf(opportunity, region);
  if (fields.length > 0) throw new DomainError('opportunity.does_not_fit', { fields });
}

/** Fewer characters say too little to be matched or answered; Japanese says as much in half the space. */
const summaryAtLeast = { en: 40, ja: 20 } as const;

export function gapsOf(opportunity: OpportunityInput, now: Temporal.Instant, zone: string): Gap[] {
  const { summary, topic, dimension, targetRegions } = opportunity;
  const words = summary[summary.original] ?? '';
  return [
    words.length < summaryAtLeast[summary.original] && ('summary' as const),
    !isTopicOf(topic, dimension) && ('topic' as const),
    !targetRegions.every(isRegion) && ('targetRegions' as const),
    isOver(opportunity, now, zone) && ('deadline' as const),
  ].filter((gap) => gap !== false);
}

/** @throws DomainError `opportunity.incomplete` with what is missing */
export function assertComplete(opportunity: OpportunityInput, now: Temporal.Instant, zone: string): void {
  const missing = gapsOf(opportunity, now, zone);
  if (missing.length > 0) throw new DomainError('opportunity.incomplete', { missing });
}

/** Whether its last day is over where the organisation is. */
export function isOver({ deadline }: Pick<OpportunityInput, 'deadline'>, now: Temporal.Instant, zone: string): boolean {
  return deadline !== null && Temporal.Instant.compare(endOf(deadline, zone), now) <= 0;
}

/** Twelve months of the organisation's calendar after publication, or the end of the last day on which it makes sense. */
export function expiryOf(publishedAt: Temporal.Instant, deadline: string | null, zone: string): Temporal.Instant {
  const year = yearFrom(new Date(publishedAt.epochMilliseconds), zone).toTemporalInstant();
  if (deadline === null) return year;
  const last = endOf(deadline, zone);
  return Temporal.Instant.compare(last, year) < 0 ? last : year;
}

/** Whether its own last day ends it, and not its twelve months: more of those would change nothing. */
export function endsByDeadline(deadline: string | null, expiresAt: Date, zone: string): boolean {
  return deadline !== null && endOf(deadline, zone).epochMilliseconds <= expiresAt.getTime();
}

function endOf(date: string, zone: string): Temporal.Instant {
  return instantAt(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00', zone);
}
