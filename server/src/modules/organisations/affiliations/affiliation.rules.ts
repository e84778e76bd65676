import type { AffiliationRole, AffiliationState } from '@musubi/contracts';
import { afterWorkingDays, type CalendarOverride, officeCalendar } from '@musubi/calendar';
import { DomainError } from '../../../platform/index.js';

/** From each state, the states a person's place in an organisation may go to. Who was declined may ask anew: another place. */
export const affiliationMoves = {
  requested: ['active', 'declined'],
  active: ['ended'],
  declined: [],
  ended: [],
} as const satisfies Record<AffiliationState, readonly AffiliationState[]>;

export type AffiliationAnswer = (typeof affiliationMoves)['requested'][number];

/** @throws DomainError `affiliation.wrong_state` */
export function moveAffiliation(from: AffiliationState, to: AffiliationState): AffiliationState {
  if (!(affiliationMoves[from] as readonly AffiliationState[]).includes(to)) {
    throw new DomainError('affiliation.wrong_state', { state: from });
  }
  return to;
}

/**
 * Only somebody who belongs to the organisation and is not its administrator already.
 * @throws DomainError `affiliation.wrong_state`
 */
export function assertMayTakeOver({ state, role }: { state: AffiliationState; role: AffiliationRole }): void {
  if (state !== 'active' || role === 'admin') throw new DomainError('affiliation.wrong_state', { state });
}

/** Working days of its own office that an organisation has for an answer, before the helpdesk decides. */
export const workingDaysToAnswer = 3;

/** @param overrides what organisers wrote into the calendar of the office */
export function answerByOf(
  requestedAt: Date,
  { country, zone }: { country: string; zone: string },
  overrides: readonly CalendarOverride[] = [],
): Date {
  const calendar = officeCalendar(country, zone, overrides);
  const due = afterWorkingDays(calendar, requestedAt.toTemporalInstant(), workingDaysToAnswer);
  return new Date(due.epochMilliseconds);
}

/** Who wants to answer a request, and when. */
export interface Answering {
  userId: string;
  role: AffiliationRole | null;
  /** Whether the organisation has anybody who could answer. */
  hasAdmin: boolean;
  now: Date;
}

/**
 * An admin of the organisation answers at any time, the helpdesk where nobody can or did in time, and nobody for themselves.
 * @throws DomainError `forbidden`, `affiliation.not_yet` with the time from which the helpdesk may
 */
export function assertMayAnswer({ userId, answerBy }: { userId: string; answerBy: Date | null }, by: Answering): void {
  if (by.role === 'admin') return;
  if (userId === by.userId) throw new DomainError('forbidden');
  if (by.hasAdmin && answerBy !== null && by.now < answerBy) {
    throw new DomainError('affiliation.not_yet', { answerBy: answerBy.toISOString() });
  }
}
