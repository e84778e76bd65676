import type { DeclineReason, MeetingRequestInput, OutcomeInput } from '@musubi/contracts';
import type { OrganisationName } from '../organisations.ts';
import type { PersonKey } from '../people.ts';

/** An opportunity by its organisation and its place there. */
export type Cited = `${OrganisationName}.${number}`;

/** Slots are numbered over the event, by start. */
export interface DemoRequest {
  from: PersonKey;
  to: PersonKey;
  slots: readonly number[];
  language: MeetingRequestInput['language'];
  cited: readonly Cited[];
  reason: string;
  /** What became of it; left out: it waits for an answer. */
  then?:
    | { did: 'accepted'; slot: number }
    | { did: 'declined'; reason: DeclineReason; note: string | null }
    | { did: 'countered'; slots: readonly number[]; note: string | null }
    | { did: 'withdrawn' };
  /** The slot agreed on later, in the days before the conference, by whose turn it then was. */
  later?: { by: 'from' | 'to'; slot: number };
  /** Who of the two was in the room; left out: both, to the end. */
  room?: 'both for three minutes' | 'only who asked';
  /** Whose word is still missing when the demo's clock has jumped over the meeting: theirs to give. */
  unsaid?: readonly PersonKey[];
  /** What each said afterwards. */
  outcomes?: Partial<Record<PersonKey, Partial<OutcomeInput>>>;
}
