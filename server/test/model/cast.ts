// For specs alone.
import type { TestParticipant } from '../builders/meetings.js';
import { guestNames, people, type Somebody } from './world.js';

/** Ada and Ann, who acts for her, Bo, whom they bring, and somebody who wants the same times of them. */
export type Cast = Record<Somebody | 'ann' | 'third', TestParticipant>;
export const somebodies = [...people, ...guestNames] as const;
export const roles = [...somebodies, 'ann', 'third'] as const satisfies readonly (keyof Cast)[];
