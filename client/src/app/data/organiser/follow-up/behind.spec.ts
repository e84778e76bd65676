import { expect, it } from '@jest/globals';
import { behindKey, behindOf, sameBehind } from './behind';

const nothing = { step: undefined, level: undefined, eu: undefined, jp: undefined };

it.each([
  [{ ...nothing, step: 'held' }, { step: 'held' }],
  [
    { ...nothing, step: 'initiated', level: 'claimed' },
    { step: 'initiated', level: 'claimed' },
  ],
  [
    { ...nothing, step: 'held', eu: 'DE1', jp: 'JP-27' },
    { step: 'held', eu: 'DE1', jp: 'JP-27' },
  ],
  [{ ...nothing, step: 'held', eu: 'DE1', level: 'nonsense' }, { step: 'held' }],
  [{ ...nothing, step: 'nonsense', level: 'claimed' }, null],
  [nothing, null],
])('%j opens %j', (address, behind) => expect(behindOf(address)).toEqual(behind));

it('tells numbers apart', () => {
  expect(behindKey({ step: 'held', eu: 'DE1', jp: 'JP-27' })).toBe('held DE1 JP-27');
  expect([
    sameBehind({ step: 'held' }, { step: 'held' }),
    sameBehind({ step: 'held' }, { step: 'held', eu: 'DE1', jp: 'JP-27' }),
    sameBehind(null, { step: 'held' }),
    sameBehind(null, null),
  ]).toEqual([true, false, false, true]);
});
