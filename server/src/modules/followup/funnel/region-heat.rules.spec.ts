import { expect, it } from '@jest/globals';
import { regionHeat } from './region-heat.rules.js';

const party = (side: 'eu' | 'jp' | 'third', regionCode: string) => ({ side, regionCode });

it('counts meetings and cases by pair of regions, third countries and single sides apart', () => {
  expect(
    regionHeat({
      held: [
        [party('eu', 'DE1'), party('jp', 'JP-27')],
        [party('jp', 'JP-27'), party('eu', 'DE1')],
        [party('eu', 'ITC1'), party('jp', 'JP-23')],
        [party('eu', 'DE1'), party('eu', 'ITC1')],
        [party('third', 'VN'), party('jp', 'JP-27')],
      ],
      cases: [[party('eu', 'DE1'), party('eu', 'DE1'), party('jp', 'JP-27')]],
    }),
  ).toEqual({
    eu: ['DE1', 'ITC1'],
    jp: ['JP-23', 'JP-27'],
    cells: [
      { eu: 'DE1', jp: 'JP-27', held: 2, cases: 1 },
      { eu: 'ITC1', jp: 'JP-23', held: 1, cases: 0 },
    ],
  });
});
