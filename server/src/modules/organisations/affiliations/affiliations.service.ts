import { Injectable } from '@nestjs/common';
import type { AffiliationRole } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { AffiliationEntity } from './affiliation.entity.js';
import { answerByOf } from './affiliation.rules.js';
import { OfficeCalendars } from '../office-days/office-calendars.js';
import { OrganisationEntity } from '../organisation.entity.js';

export interface Affiliation {
  userId: string;
  organisationId: string;
  role: AffiliationRole;
}

/** Of a person and an organisation there is one place at most in these states. */
export const openStates = In(['requested', 'active'] as const);

/**
 * Who belongs to which organisation and speaks for it now: only active places count here.
 * Inside a transaction pass its `em`: a second connection could wait for the first.
 */
@Injectable()
export class Affiliations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: OfficeCalendars,
  ) {}

  /** Whoever makes an organisation is its admin, and needs nobody's approval. */
  async makeAdmin(tx: Tx, userId: string, organisationId: string): Promise<void> {
    const at = { requestedAt: tx.now, answeredAt: tx.now };
    await tx.em.insert(AffiliationEntity, { userId, organisationId, role: 'admin', state: 'active', ...at });
  }

  /** The person says to belong to an organisation that exists: its admins are asked. Who belongs or has said so already stays as is. */
  async request(tx: Tx, userId: string, organisationId: string): Promise<void> {
    if (await tx.em.existsBy(AffiliationEntity, { userId, organisationId, state: openStates })) return;
    const office = await tx.em.findOneByOrFail(OrganisationEntity, { id: organisationId });
    const overrides = await this.calendars.overridesOf(office, tx.now, tx.em);
    const { raw } = await tx.em
      .createQueryBuilder()
      .insert()
      .into(AffiliationEntity)
      .values({
        userId,
        organisationId,
        role: 'member',
        state: 'requested',
        requestedAt: tx.now,
        answerBy: answerByOf(tx.now, office, overrides),
      })
      .orIgnore()
      .returning('id')
      .execute();
    const [added] = raw as { id: string }[];
    // In another tab the same person was quicker.
    if (!added) return;
    const adminIds = await this.adminsOf(organisationId, tx.em);
    const ids = { affiliationId: added.id, organisationId };
    tx.tell([userId, ...adminIds], 'affiliation.changed', ids);
    await tx.fact({ name: 'affiliation.requested', ...ids, userId, adminIds });
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

  /** The same, and it stays so until the transaction ends: whoever ends the place meanwhile waits. */
  async holdRole(tx: Tx, userId: string, organisationId: string): Promise<AffiliationRole | null> {
    const held = await tx.em.findOne(AffiliationEntity, {
      where: { userId, organisationId, state: 'active' },
      lock: { mode: 'pessimistic_read' },
    });
    return held?.role ?? null;
  }

  /** The people of each organisation, oldest affiliation first. */
  async peopleOf(organisationIds: readonly string[], em?: EntityManager): Promise<Map<string, string[]>> {
    const rows = await this.active({ organisationId: In([...organisationIds]) }, em);
    const grouped = Map.groupBy(rows, (row) => row.organisationId);
    return new Map([...grouped].map(([id, affiliations]) => [id, affiliations.map((row) => row.userId)]));
  }

  /** Who answers for the organisation, oldest affiliation first. */
  async adminsOf(organisationId: string, em?: EntityManager): Promise<string[]> {
    const rows = await this.active({ organisationId, role: 'admin' }, em);
    return rows.map(({ userId }) => userId);
  }

  private active(where: object, em = this.dataSource.manager): Promise<AffiliationEntity[]> {
    return em.find(AffiliationEntity, {
      where: { ...where, state: 'active' },
      order: { requestedAt: 'ASC', id: 'ASC' },
    });
  }
}
