import type { CalendarEntry, Letter } from '../../platform/index.js';

/** A letter that is ready to go, with its calendar part where it has one; who is invited is added when it is sent. */
export interface Written {
  letter: Letter;
  entry?: Omit<CalendarEntry, 'invitation'>;
  /** Where it is about several: each is a part of its own. */
  entries?: readonly Omit<CalendarEntry, 'invitation'>[];
}
