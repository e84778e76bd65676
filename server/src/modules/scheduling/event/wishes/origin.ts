import type { MeetingPreference } from '@musubi/contracts';

/** Where a wish of a problem comes from. */
export interface Origin {
  wishId: string;
  kind: 'preference' | 'request' | 'confirmed';
  /** What the two sides said, in the order of the wish's sides. */
  said: [MeetingPreference, MeetingPreference];
  /** Who of each side said it; whoever was asked for where nobody of it said anything. Problems that were kept earlier do not tell. */
  by?: [string, string];
  /** Whom each side named first: who is asked for where a delegation shares what comes in. */
  contacts: [string, string];
  /** The request that was given to the plan. */
  requestId: string | null;
  /** There is no wish in the problem, and the plan says why: a side says no, they cannot meet each other, or their meeting was called off. */
  refused?: Refusal;
}

export type Refusal = 'no_thanks' | 'apart' | 'called_off';

/** The same, of which these wishes are not in the problem any more. */
export const refusedAs = (refused: Refusal, wishes: ReadonlySet<string>, origins: readonly Origin[]): Origin[] =>
  origins.map((origin) => (wishes.has(origin.wishId) ? { ...origin, refused } : origin));
