import type { AffiliationId, AffiliationView, UserId } from '@musubi/contracts';
import type { User } from '../../identity/index.js';
import type { AffiliationEntity } from './affiliation.entity.js';

/** @param mayAnswer whether the reader decides on such requests */
export function viewOf(affiliation: AffiliationEntity, { name, address }: User, mayAnswer: boolean): AffiliationView {
  const { id, userId, role, state, requestedAt, answerBy } = affiliation;
  const answerable = mayAnswer && state === 'requested';
  return {
    affiliationId: id as AffiliationId,
    userId: userId as UserId,
    // Forms ask for name and organisation together.
    name: name!,
    role,
    state,
    requestedAt: requestedAt.toISOString(),
    answerBy: answerBy?.toISOString() ?? null,
    mayAnswer: answerable,
    address: answerable ? address : null,
  };
}
