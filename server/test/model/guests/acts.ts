import fc from 'fast-check';
import { act, answer, slotsInPlay } from '../acts.js';
import type { Act } from '../act.js';
import { guestNames, people } from '../world.js';
import type { GuestAct } from './guests.js';

const by = fc.constantFrom(...people);
const whom = by;
const guest = fc.constantFrom(...guestNames);
const part = fc.constantFrom('required' as const, 'required' as const, 'optional' as const);
const slot = fc.integer({ min: 0, max: slotsInPlay - 1 });
const own = (...names: Extract<GuestAct['do'], 'come' | 'stay away' | 'quit' | 'call off'>[]) =>
  fc.record({ do: fc.constantFrom(...names), guest });

const answers: fc.WeightedArbitrary<GuestAct>[] = [
  { weight: 6, arbitrary: own('come', 'come', 'stay away') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('uninvite' as const), by, guest }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('engage' as const), guest, slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shun' as const), guest, whom }) },
  { weight: 1, arbitrary: own('quit', 'call off') },
];

/** What guests answer and what is done about them, while the two go on. */
export const guestAnswer: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.oneof(...answers) },
  { weight: 1, arbitrary: answer },
);

/** Anything that the two and their guests can do. */
export const guestAct: fc.Arbitrary<Act> = fc.oneof(
  ...answers,
  { weight: 6, arbitrary: fc.record({ do: fc.constant('bring' as const), by, guest, part }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forgive' as const), guest, whom }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), by, slot, with: fc.record({ guest, part }) }) },
  { weight: 8, arbitrary: act },
);

const brings = (guest: 'cem' | 'dov', by: 'ada' | 'bo', part: 'required' | 'optional'): Act[] => [
  { do: 'bring', by, guest, part },
  { do: 'come', guest },
];
const agreed: Act = { do: 'accept', by: 'bo', slot: 0 };
/** How far all have come: somebody is asked along, comes, is elsewhere then; and the two have agreed, or not yet. */
export const guestBeginning: fc.Arbitrary<Act[]> = fc.constantFrom<Act[]>(
  [{ do: 'bring', by: 'ada', guest: 'cem', part: 'required' }],
  brings('cem', 'ada', 'required'),
  [...brings('cem', 'bo', 'optional'), ...brings('dov', 'ada', 'required')],
  [...brings('cem', 'bo', 'optional'), { do: 'engage', guest: 'cem', slot: 1 }],
  [agreed, ...brings('cem', 'bo', 'required')],
  [...brings('cem', 'ada', 'required'), agreed, { do: 'reschedule', by: 'ada', slot: 2 }],
  [
    ...brings('cem', 'bo', 'optional'),
    agreed,
    { do: 'engage', guest: 'cem', slot: 2 },
    { do: 'reschedule', by: 'ada', slot: 2 },
  ],
  [...brings('dov', 'ada', 'optional'), agreed, { do: 'reschedule', by: 'bo', slot: 1 }],
);
