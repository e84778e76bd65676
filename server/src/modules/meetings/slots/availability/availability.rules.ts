import type { AvailabilityPut } from '@musubi/contracts';
import { contains, intervalFrom, normalise, type Interval, type IntervalSet } from '@musubi/time';
import { DomainError } from '../../../../platform/index.js';

/**
 * What a participant offers, in normal form.
 * @throws DomainError `request.invalid` on an interval that does not end after it starts, `availability.outside_blocks`
 */
export function offer({ everything, intervals }: AvailabilityPut, blocks: IntervalSet): Interval[] {
  if (everything) return [];
  const offered = intervals.map((wire, index) => {
    if (Date.parse(wire.endsAt) <= Date.parse(wire.startsAt)) {
      throw new DomainError('request.invalid', undefined, [
        { path: `intervals.${index}.endsAt`, message: 'ends before it starts' },
      ]);
    }
    return intervalFrom(wire);
  });
  const outside = offered.find((one) => !contains(blocks, one));
  if (outside) throw new DomainError('availability.outside_blocks', { startsAt: outside.start.toString() });
  return normalise(offered);
}
