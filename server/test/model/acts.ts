import fc from 'fast-check';
import type { Act, PairAct } from './act.js';
import { people } from './world.js';

/** So many of the event's times are played with. */
export const slotsInPlay = 3;

const by = fc.constantFrom(...people);
const slot = fc.integer({ min: 0, max: slotsInPlay - 1 });
const at = (weight: number, ...names: Extract<PairAct, { slot: number }>['do'][]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...names), by, slot }),
});
const plain = (weight: number, ...names: Exclude<PairAct, { slot: number }>['do'][]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...names), by }),
});

const answers = [
  at(6, 'accept', 'counter'),
  at(6, 'reschedule', 'agree'),
  plain(6, 'decline', 'withdraw', 'expire', 'cancel', 'stay'),
  at(2, 'compete'),
  plain(1, 'block', 'leave'),
];
/** Answers to what there is, while things happen around it. */
export const answer: fc.Arbitrary<Act> = fc.oneof(...answers);

/** Anything that one of the two, or somebody who competes for their time, can do. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  ...answers,
  at(4, 'ask', 'take'),
  plain(1, 'block', 'unblock', 'unblock'),
);

const agreed: Act = { do: 'accept', by: 'bo', slot: 0 };
/** How far the two have come: something is asked, agreed on, or one of them would like to move it. */
export const beginning: fc.Arbitrary<Act[]> = fc.constantFrom(
  [],
  [agreed],
  [agreed, { do: 'reschedule', by: 'ada', slot: 2 }],
  [agreed, { do: 'reschedule', by: 'bo', slot: 1 }],
);
