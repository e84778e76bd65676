import { Injectable } from '@nestjs/common';
import type { AffiliationView } from '@musubi/contracts';
import { type Command, DomainError, PolicyRegistry, Transactions, type Tx } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { AffiliationEntity } from './affiliation.entity.js';
import { assertMayTakeOver, moveAffiliation } from './affiliation.rules.js';
import { viewOf } from './affiliation.views.js';
import { Affiliations } from './affiliations.service.js';

/**
 * People move on: a place ends, the administrator's role goes to a colleague. With the place ends what the person may do
 * for the organisation; `affiliation_admin_kept` refuses every change that leaves people without an administrator.
 */
@Injectable()
export class Departures {
  constructor(
    private readonly transactions: Transactions,
    private readonly affiliations: Affiliations,
    private readonly policies: PolicyRegistry,
    private readonly users: Users,
  ) {}

  /**
   * One's own place, or a colleague's as the administrator. A place that has ended stays so, without a word.
   * @throws DomainError `not_found` for whoever has no say in it, `affiliation.wrong_state`, `organisation.admin_needed`
   */
  async end(command: Command, affiliationId: string): Promise<AffiliationView> {
    return this.transactions.command(command, async (tx) => {
      const { userId: byUserId } = command.actor;
      const [affiliation] = await locked(tx, [affiliationId]);
      if (!affiliation) throw new DomainError('not_found');
      const { userId, organisationId } = affiliation;
      const role = await this.affiliations.roleIn(byUserId, organisationId, tx.em);
      this.policies.assertCan(command.actor, 'affiliation.end', { role, own: userId === byUserId });
      if (affiliation.state !== 'ended') {
        affiliation.state = moveAffiliation(affiliation.state, 'ended');
        await tx.em.save(Object.assign(affiliation, { endedAt: tx.now, endedByUserId: byUserId }));
        const adminIds = await this.affiliations.adminsOf(organisationId, tx.em);
        tx.tell([userId, ...adminIds], 'affiliation.changed', { affiliationId, organisationId });
        await tx.fact({ name: 'affiliation.ended', affiliationId, organisationId, userId, byUserId });
      }
      return this.view(tx, affiliation);
    });
  }

  /**
   * The administrator makes a colleague it, and goes on as one of the people.
   * @throws DomainError `not_found` for whoever is not it, `affiliation.wrong_state` where the colleague cannot be
   */
  async handOver(command: Command, affiliationId: string): Promise<AffiliationView> {
    return this.transactions.command(command, async (tx) => {
      const { userId: byUserId } = command.actor;
      const { organisationId } = await found(tx, affiliationId);
      const own = await tx.em.findOneBy(AffiliationEntity, { userId: byUserId, organisationId, state: 'active' });
      const both = await locked(tx, own ? [own.id, affiliationId] : []);
      const giver = both.find(({ userId, state }) => userId === byUserId && state === 'active');
      const taker = both.find(({ id }) => id === affiliationId);
      this.policies.assertCan(command.actor, 'affiliation.hand_over', { role: giver?.role ?? null });
      assertMayTakeOver(taker!);
      const given = { roleGivenAt: tx.now, roleGivenByUserId: byUserId };
      // In this order: at no moment are people without an administrator.
      await tx.em.save(Object.assign(taker!, { role: 'admin', ...given }));
      await tx.em.save(Object.assign(giver!, { role: 'member', ...given }));
      const { userId } = taker!;
      const people = (await this.affiliations.peopleOf([organisationId], tx.em)).get(organisationId) ?? [];
      tx.tell(people, 'affiliation.changed', { affiliationId, organisationId });
      await tx.fact({ name: 'affiliation.handed_over', affiliationId, organisationId, userId, byUserId });
      return this.view(tx, taker!);
    });
  }

  private async view(tx: Tx, affiliation: AffiliationEntity): Promise<AffiliationView> {
    return viewOf(affiliation, await this.users.get(affiliation.userId, tx.em));
  }
}

async function found(tx: Tx, affiliationId: string): Promise<AffiliationEntity> {
  const affiliation = await tx.em.findOneBy(AffiliationEntity, { id: affiliationId });
  if (!affiliation) throw new DomainError('not_found');
  return affiliation;
}

/** As they stand now, nobody else changing them; always locked in the same order, so that two who lock both never wait for each other. */
async function locked(tx: Tx, ids: readonly string[]): Promise<AffiliationEntity[]> {
  return tx.em
    .createQueryBuilder(AffiliationEntity, 'affiliation')
    .where('affiliation.id = ANY (:ids)', { ids })
    .orderBy('affiliation.id')
    .setLock('pessimistic_write')
    .getMany();
}
