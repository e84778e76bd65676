import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Tx } from '../../platform/index.js';
import { AffiliationEntity, type AffiliationRole } from './affiliation.entity.js';

export interface Affiliation {
  userId: string;
  organisationId: string;
  role: AffiliationRole;
}

/** Who belongs to which organisation now. Inside a transaction pass its `em`: a second connection could wait for the first. */
@Injectable()
export class Affiliations {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Makes the person one of the organisation's people; the first of them is its admin. Who already belongs stays as is.
   * @param role `admin` for staff who set an organisation up; left out where people join by themselves
   */
  async join(tx: Tx, userId: string, organisationId: string, role?: AffiliationRole): Promise<void> {
    if (await tx.em.existsBy(AffiliationEntity, { userId, organisationId, endedAt: IsNull() })) return;
    // The lock on the organisation makes two who arrive at once one after the other: only one of them is first.
    await tx.em.query('SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
    const present = await tx.em.findBy(AffiliationEntity, { organisationId, endedAt: IsNull() });
    if (present.some((affiliation) => affiliation.userId === userId)) return;
    await tx.em.insert(AffiliationEntity, {
      userId,
      organisationId,
      role: role ?? (present.length === 0 ? 'admin' : 'member'),
      startedAt: tx.now,
    });
    await tx.fact({ name: 'affiliation.started', userId, organisationId });
  }

  /** Each person's affiliations, oldest first. */
  async of(userIds: readonly string[], em?: EntityManager): Promise<Map<string, Affiliation[]>> {
    const rows = await this.active({ userId: In([...userIds]) }, em);
    return Map.groupBy(rows, (row) => row.userId);
  }

  /** What the person is in the organisation, or null. */
  async roleIn(userId: string, organisationId: string, em?: EntityManager): Promise<AffiliationRole | null> {
    const [row] = await this.active({ userId, organisationId }, em);
    return row?.role ?? null;
  }

  /** The people of each organisation, oldest affiliation first. */
  async peopleOf(organisationIds: readonly string[], em?: EntityManager): Promise<Map<string, string[]>> {
    const rows = await this.active({ organisationId: In([...organisationIds]) }, em);
    const grouped = Map.groupBy(rows, (row) => row.organisationId);
    return new Map([...grouped].map(([id, affiliations]) => [id, affiliations.map((row) => row.userId)]));
  }

  private active(where: object, em = this.dataSource.manager): Promise<AffiliationEntity[]> {
    return em.find(AffiliationEntity, {
      where: { ...where, endedAt: IsNull() },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
  }
}
