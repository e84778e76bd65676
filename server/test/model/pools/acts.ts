import fc from 'fast-check';
import { slotsInPlay } from '../acts.js';
import { colleagues, everybody, type PoolAct } from './pools.js';

const by = fc.constantFrom(...everybody);
const colleague = fc.constantFrom(...colleagues);
const slot = fc.integer({ min: 0, max: slotsInPlay - 1 });

const answers: fc.WeightedArbitrary<PoolAct>[] = [
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'accept' as const, 'counter' as const), by, slot }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('decline' as const, 'withdraw' as const, 'cancel' as const), by }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hand over' as const), by: colleague, to: colleague }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hand back' as const), by: colleague }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('engage' as const), who: by, slot }) },
];

/** Answers to what there is, while things happen around it. */
export const poolAnswer: fc.Arbitrary<PoolAct> = fc.oneof(...answers);

/** Anything that Ada and the two colleagues, or somebody who competes for their time, can do. */
export const poolAct: fc.Arbitrary<PoolAct> = fc.oneof(...answers, {
  weight: 3,
  arbitrary: fc.record({ do: fc.constant('ask' as const), slot }),
});

/** How far they have come: nothing yet, Bo is elsewhere, one of the two comes, or has come instead. */
export const poolBeginning: fc.Arbitrary<PoolAct[]> = fc.constantFrom<PoolAct[]>(
  [],
  [{ do: 'engage', who: 'bo', slot: 0 }],
  [{ do: 'accept', by: 'mai', slot: 0 }],
  [
    { do: 'engage', who: 'bo', slot: 0 },
    { do: 'accept', by: 'bo', slot: 0 },
  ],
  [
    { do: 'accept', by: 'bo', slot: 1 },
    { do: 'hand over', by: 'bo', to: 'mai' },
  ],
);
