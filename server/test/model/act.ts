// For specs alone: everything that is done in the life cycle.
import type { Bring, GuestAct } from './guests/guests.js';
import type { Person } from './world.js';

/** What one of the two does; a slot is one of the event's, by its place. Whoever asks may bring somebody; Ada's
 * assistant may do it for her. */
export type PairAct =
  | {
      do: 'ask' | 'take' | 'accept' | 'counter' | 'reschedule' | 'agree' | 'compete';
      by: Person;
      slot: number;
      with?: Bring;
      through?: boolean;
    }
  | {
      do: 'decline' | 'withdraw' | 'expire' | 'cancel' | 'stay' | 'block' | 'unblock' | 'leave';
      by: Person;
      through?: boolean;
    };
/** Ada lets her assistant go. */
export type AssistantAct = { do: 'dismiss'; by: 'ada' };
export type Act = PairAct | GuestAct | AssistantAct;
