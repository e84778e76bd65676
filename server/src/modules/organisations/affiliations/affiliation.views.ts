import type { AffiliationId, AffiliationView, UserId } from '@musubi/contracts';
import type { User } from '../../identity/index.js';
import type { AffiliationEntity } from './affiliation.entity.js';

/** What the reader may do about such places. */
export interface Say {
  answers?: boolean;
  ends?: boolean;
  handsOver?: boolean;
}

export function viewOf(affiliation: AffiliationEntity, { name, address }: User, say: Say = {}): AffiliationView {
  const { id, userId, role, state, requestedAt, answerBy } = affiliation;
  const answerable = say.answers === true && state === 'requested';
  const active = state === 'active';
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
    mayEnd: say.ends === true && active,
    mayHandOver: say.handsOver === true && active && role === 'member',
    address: answerable ? address : null,
  };
}
