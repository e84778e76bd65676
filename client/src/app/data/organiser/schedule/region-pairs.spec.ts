import { describe, expect, it } from '@jest/globals';
import { regionPairs } from './region-pairs';

describe('regions that meet', () => {
  it('are European ones beside Japanese ones, the busiest first, none left out of the list', () => {
    const pairs = regionPairs([
      { one: 'DE1', other: 'JP-27', meetings: 10, wishes: 12 },
      { one: 'FRK', other: 'JP-01', meetings: 2, wishes: 3 },
      { one: 'FRK', other: 'JP-27', meetings: 0, wishes: 1 },
      { one: 'DE1', other: 'FRK', meetings: 4, wishes: 4 },
      { one: 'JP-01', other: 'SE2', meetings: 1, wishes: 1 },
    ]);
    expect(pairs.columns).toEqual(['JP-27', 'JP-01']);
    expect(
      pairs.rows.map(({ code, cells }) => [code, ...cells.map(({ meetings, heat }) => `${meetings}/${heat}`)]),
    ).toEqual([
      ['DE1', '10/5', '0/0'],
      ['FRK', '0/0', '2/1'],
      ['SE2', '0/0', '1/1'],
    ]);
    expect(pairs.all.map(({ one, other }) => `${one} ${other}`)).toEqual([
      'DE1 JP-27',
      'DE1 FRK',
      'FRK JP-01',
      'SE2 JP-01',
      'FRK JP-27',
    ]);
  });
});
