import { describe, expect, it } from '@jest/globals';
import type { RegionHeat } from '@musubi/contracts';
import { heatMap } from './heat-map';

const heat: RegionHeat = {
  eu: ['DE1', 'ITC4', 'PT11'],
  jp: ['JP-27', 'JP-23'],
  cells: [
    { eu: 'DE1', jp: 'JP-27', held: 4, cases: 1 },
    { eu: 'ITC4', jp: 'JP-27', held: 20, cases: 0 },
    { eu: 'ITC4', jp: 'JP-23', held: 1, cases: 2 },
  ],
};

describe('the heat map', () => {
  it('puts the busiest first and fills the pairs that never met', () => {
    const { eu, jp, rows } = heatMap(heat);
    expect([eu, jp]).toEqual([
      ['ITC4', 'DE1', 'PT11'],
      ['JP-27', 'JP-23'],
    ]);
    expect(rows.map(({ cells }) => cells.map(({ held, heat: step, cases }) => `${held}/${step}/${cases}`))).toEqual([
      ['20/5/0', '1/1/2'],
      ['4/1/1', '0/0/0'],
      ['0/0/0', '0/0/0'],
    ]);
  });

  it('cuts the picture to size but not the list, and says of how many', () => {
    const { rows, pairs, of } = heatMap(heat, 1);
    expect([rows.length, rows[0]?.cells.length, of]).toEqual([1, 1, { eu: 3, jp: 2 }]);
    expect(pairs.map(({ eu, jp }) => `${eu} ${jp}`)).toEqual(['ITC4 JP-27', 'DE1 JP-27', 'ITC4 JP-23']);
  });

  it('is empty before anybody met', () => {
    expect(heatMap({ eu: [], jp: [], cells: [] })).toMatchObject({ rows: [], pairs: [] });
  });
});
