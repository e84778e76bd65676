import { describe, expect, it } from '@jest/globals';
import { placeOf } from './organisation.rules.js';

describe('where an organisation lies', () => {
  it.each([
    ['DE1', 'DE', 'eu'],
    ['ITC4', 'IT', 'eu'],
    ['EL30', 'GR', 'eu'],
    ['JP-27', 'JP', 'jp'],
    ['CH', 'CH', 'third'],
  ])('%s is in %s on the side %s', (regionCode, country, side) => {
    expect(placeOf(regionCode)).toEqual({ regionCode, country, side });
  });

  it.each(['', 'DE9X', 'JP-48', 'ZZ', 'EU', 'QQ', 'us', 'D'])('refuses %p', (regionCode) => {
    expect(() => placeOf(regionCode)).toThrow(
      expect.objectContaining({ code: 'organisation.region_unknown', data: { regionCode } }),
    );
  });
});
