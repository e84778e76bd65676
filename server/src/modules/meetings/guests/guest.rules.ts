import { type GuestState, peopleAtMost, sidesAtMost } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/** What may become of an invitation. Whoever has accepted may still leave, or be asked not to come. */
export const guestMoves = {
  invited: ['accepted', 'declined', 'withdrawn', 'expired'],
  accepted: ['declined', 'withdrawn', 'expired'],
  declined: [],
  withdrawn: [],
  expired: [],
} as const satisfies Record<GuestState, readonly GuestState[]>;

export const isComing = (state: GuestState): boolean => guestMoves[state].length > 0;

/** @throws DomainError `guest.wrong_state` */
export function assertGuestMoves(state: GuestState, next: GuestState): void {
  const allowed: readonly GuestState[] = guestMoves[state];
  if (!allowed.includes(next)) throw new DomainError('guest.wrong_state', { state });
}

/** Who is of a meeting already, as far as places are counted. */
export interface Placed {
  organisationId: string;
  side: number;
}

/**
 * On which side somebody of this organisation comes: with their colleagues where there are any, otherwise as a further side.
 * @throws DomainError `meeting.full`
 */
export function sideFor(organisationId: string, placed: readonly Placed[]): number {
  if (placed.length >= peopleAtMost) throw full();
  const own = placed.find((one) => one.organisationId === organisationId);
  if (own) return own.side;
  const next = Math.max(1, ...placed.map(({ side }) => side)) + 1;
  if (next >= sidesAtMost) throw full();
  return next;
}

const full = () => new DomainError('meeting.full', { people: peopleAtMost, sides: sidesAtMost });
