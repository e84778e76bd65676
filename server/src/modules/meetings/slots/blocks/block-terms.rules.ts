import { BlockInput, type BlockTerms } from '@musubi/contracts';
import { type GridSlot, type Interval, slotsOf, wallInterval } from '@musubi/time';
import { DomainError } from '../../../../platform/index.js';

/** A block that can stand: its terms complete, its days as instants, its slots. */
export interface PlannedBlock {
  readonly terms: BlockTerms;
  readonly days: readonly (Interval & { date: string })[];
  readonly slots: readonly GridSlot[];
}

/**
 * Expands what an organiser wrote on the wall of the event's zone.
 * @throws DomainError `request.invalid` where it has no length, no slot fits, or phases overlap or run backwards
 */
export function planBlock(input: BlockInput, zone: string): PlannedBlock {
  const terms = BlockInput.parse(input);
  const dates = [...new Set(terms.dates)].sort();
  if (terms.from === terms.until) throw invalid('until', 'the block has no length');
  const slots = slotsOf({ ...terms, dates, zone });
  if (slots.length === 0) throw invalid('slotMinutes', 'no slot fits into the block');
  assertInOrder(terms.phases);
  const days = dates.map((date) => ({ date, ...wallInterval(date, terms.from, terms.until, zone) }));
  return { terms: { ...terms, dates }, days, slots };
}

function assertInOrder(phases: BlockTerms['phases']): void {
  phases.forEach(({ opensAt, closesAt }, index) => {
    if (Date.parse(closesAt) <= Date.parse(opensAt)) throw invalid(`phases.${index}.closesAt`, 'ends before it starts');
    const before = phases[index - 1];
    if (before && Date.parse(opensAt) < Date.parse(before.closesAt)) {
      throw invalid(`phases.${index}.opensAt`, 'begins before the one before it ends');
    }
  });
}

const invalid = (path: string, message: string) => new DomainError('request.invalid', undefined, [{ path, message }]);
