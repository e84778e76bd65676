import fc from 'fast-check';
import { act, beginning } from '../acts.js';
import type { Act } from '../act.js';

/** What Ada does is done by herself or by her assistant. */
const perhapsThrough = (acts: fc.Arbitrary<Act>): fc.Arbitrary<Act> =>
  fc.tuple(acts, fc.boolean()).map(([one, through]) => {
    const hers = 'by' in one && one.by === 'ada' && !('guest' in one) && one.do !== 'expire' && one.do !== 'compete';
    return hers && through ? { ...one, through } : one;
  });

export const assistedAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 20, arbitrary: perhapsThrough(act) },
  // The same once more, by the other of them: it was done already.
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'dismiss', by: 'ada' }) },
);

export const assistedBeginning: fc.Arbitrary<Act[]> = fc.oneof(
  beginning,
  fc.constantFrom<Act[]>(
    [
      { do: 'counter', by: 'bo', slot: 0 },
      { do: 'accept', by: 'ada', slot: 0 },
      { do: 'accept', by: 'ada', slot: 0, through: true },
    ],
    [
      { do: 'withdraw', by: 'ada', through: true },
      { do: 'take', by: 'ada', slot: 2 },
      { do: 'take', by: 'ada', slot: 2, through: true },
    ],
    [
      { do: 'counter', by: 'bo', slot: 1 },
      { do: 'decline', by: 'ada' },
      { do: 'decline', by: 'ada', through: true },
    ],
  ),
);
