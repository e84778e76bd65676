import type { Tx } from '../../../platform/index.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';

/** The organisation's profile, locked; opened where there is none yet. */
export async function openProfile(tx: Tx, organisationId: string): Promise<CooperationProfileEntity> {
  await tx.em
    .createQueryBuilder()
    .insert()
    .into(CooperationProfileEntity)
    .values({ organisationId, openedAt: tx.now })
    .orIgnore()
    .execute();
  return lockProfile(tx, organisationId);
}

export async function lockProfile(tx: Tx, organisationId: string): Promise<CooperationProfileEntity> {
  return tx.em.findOneOrFail(CooperationProfileEntity, {
    where: { organisationId },
    lock: { mode: 'pessimistic_write' },
  });
}
