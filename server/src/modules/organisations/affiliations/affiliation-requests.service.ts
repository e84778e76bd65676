import { Injectable } from '@nestjs/common';
import type { AffiliationRequest, AffiliationView, MyOrganisation } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { AffiliationEntity } from './affiliation.entity.js';
import { type AffiliationAnswer, assertMayAnswer, moveAffiliation } from './affiliation.rules.js';
import { viewOf } from './affiliation.views.js';
import { Affiliations, openStates } from './affiliations.service.js';
import { cardOf } from '../organisation.cards.js';
import { OrganisationEntity } from '../organisation.entity.js';

/** People who say to belong to an organisation, and what is answered. */
@Injectable()
export class AffiliationRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly affiliations: Affiliations,
    private readonly policies: PolicyRegistry,
    private readonly users: Users,
  ) {}

  async find(affiliationId: string): Promise<AffiliationEntity | null> {
    return this.dataSource.manager.findOneBy(AffiliationEntity, { id: affiliationId });
  }

  /** The person's organisations, the oldest first; of each the people, if it is theirs to see. */
  async mine(actor: Actor): Promise<MyOrganisation[]> {
    const { manager } = this.dataSource;
    const own = latestOfEach(
      await manager.find(AffiliationEntity, {
        where: { userId: actor.userId, state: In(['requested', 'active', 'declined'] as const) },
        order: { requestedAt: 'ASC', id: 'ASC' },
      }),
    );
    const organisationIds = In(own.map(({ organisationId }) => organisationId));
    const [organisations, people] = await Promise.all([
      manager.findBy(OrganisationEntity, { id: organisationIds }),
      manager.find(AffiliationEntity, {
        where: { organisationId: organisationIds, state: openStates },
        order: { requestedAt: 'ASC', id: 'ASC' },
      }),
    ]);
    const users = await this.users.of([actor.userId, ...people.map(({ userId }) => userId)]);
    return own.map((mine) => {
      const all = people.filter(({ organisationId }) => organisationId === mine.organisationId);
      const isAdmin = mine.state === 'active' && mine.role === 'admin';
      const isNeeded = isAdmin && isOnlyAdminOf(all);
      const view = (one: AffiliationEntity) => {
        const isMe = one.userId === actor.userId;
        const say = { answers: isAdmin, ends: isMe ? !isNeeded : isAdmin, handsOver: isAdmin && !isMe };
        return viewOf(one, users.get(one.userId)!, say);
      };
      return {
        organisation: cardOf(organisations.find(({ id }) => id === mine.organisationId)!),
        mine: view(mine),
        admins: all
          .filter(({ state, role }) => state === 'active' && role === 'admin')
          .map(({ userId }) => users.get(userId)!.name!),
        people: mine.state === 'active' ? all.map(view) : [],
      };
    });
  }

  /** What no admin has answered in time, or can: for the helpdesk, the longest waiting first. */
  async waiting(actor: Actor): Promise<AffiliationRequest[]> {
    const { manager } = this.dataSource;
    const found = await manager
      .createQueryBuilder(AffiliationEntity, 'affiliation')
      .where(`affiliation.state = 'requested'`)
      .andWhere(
        `(affiliation.answer_by <= domain_now() OR NOT EXISTS (
           SELECT FROM affiliation AS other
           WHERE other.organisation_id = affiliation.organisation_id AND other.state = 'active' AND other.role = 'admin'))`,
      )
      .orderBy('affiliation.requestedAt')
      .addOrderBy('affiliation.id')
      .getMany();
    const users = await this.users.of(found.map(({ userId }) => userId));
    const organisations = await manager.findBy(OrganisationEntity, {
      id: In(found.map(({ organisationId }) => organisationId)),
    });
    return found.map((one) => ({
      ...viewOf(one, users.get(one.userId)!, { answers: one.userId !== actor.userId }),
      organisation: cardOf(organisations.find(({ id }) => id === one.organisationId)!),
    }));
  }

  /**
   * Of two answers at once the first counts; the same answer again changes nothing.
   * @throws DomainError `not_found` for whoever has no say in it, `affiliation.not_yet`, `affiliation.wrong_state`
   */
  async answer(command: Command, affiliationId: string, answer: AffiliationAnswer): Promise<AffiliationView> {
    return this.transactions.command(command, async (tx) => {
      const affiliation = await tx.em.findOne(AffiliationEntity, {
        where: { id: affiliationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!affiliation) throw new DomainError('not_found');
      await holdOrganisation(tx, affiliation.organisationId);
      const adminIds = await this.assertMayAnswer(tx, command.actor, affiliation);
      if (affiliation.state !== answer) await this.settle(tx, affiliation, answer, command.actor, adminIds);
      return this.view(affiliation, tx.em);
    });
  }

  /** @returns the admins of the organisation */
  private async assertMayAnswer(tx: Tx, actor: Actor, affiliation: AffiliationEntity): Promise<string[]> {
    const { organisationId } = affiliation;
    const role = await this.affiliations.roleIn(actor.userId, organisationId, tx.em);
    this.policies.assertCan(actor, 'affiliation.answer', { role });
    const adminIds = await this.affiliations.adminsOf(organisationId, tx.em);
    assertMayAnswer(affiliation, { userId: actor.userId, role, hasAdmin: adminIds.length > 0, now: tx.now });
    return adminIds;
  }

  private async settle(
    tx: Tx,
    affiliation: AffiliationEntity,
    answer: AffiliationAnswer,
    by: Actor,
    adminIds: readonly string[],
  ): Promise<void> {
    affiliation.state = moveAffiliation(affiliation.state, answer);
    if (answer === 'active' && adminIds.length === 0) {
      Object.assign(affiliation, { role: 'admin', roleGivenAt: tx.now, roleGivenByUserId: by.userId });
    }
    await tx.em.save(Object.assign(affiliation, { answeredAt: tx.now, answeredByUserId: by.userId }));
    const { id: affiliationId, userId, organisationId, role } = affiliation;
    tx.tell([userId, ...adminIds], 'affiliation.changed', { affiliationId, organisationId });
    await tx.fact({ name: 'affiliation.answered', affiliationId, organisationId, userId, answer, role });
  }

  private async view(affiliation: AffiliationEntity, em: EntityManager): Promise<AffiliationView> {
    return viewOf(affiliation, await this.users.get(affiliation.userId, em));
  }
}

/** Whoever answers for the same organisation waits: who administers it stays so. After the place, as a departure locks them. */
async function holdOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await tx.em.findOneOrFail(OrganisationEntity, {
    where: { id: organisationId },
    lock: { mode: 'for_no_key_update' },
  });
}

/** People without an administrator would be left behind. */
function isOnlyAdminOf(all: readonly AffiliationEntity[]): boolean {
  const active = all.filter(({ state }) => state === 'active');
  return active.length > 1 && active.filter(({ role }) => role === 'admin').length === 1;
}

/** Who was declined and asked anew sees the newer one, at the place of the older. */
function latestOfEach(rows: readonly AffiliationEntity[]): AffiliationEntity[] {
  return [...new Map(rows.map((row) => [row.organisationId, row])).values()];
}
