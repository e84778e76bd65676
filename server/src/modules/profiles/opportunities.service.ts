import { Injectable } from '@nestjs/common';
import type { OpportunityCard, OpportunityInput, OpportunityState, OpportunityView } from '@musubi/contracts';
import { DataSource, type EntityManager, In, LessThanOrEqual, Raw } from 'typeorm';
import { type Actor, type Command, DomainError, PolicyRegistry, Transactions, type Tx } from '../../platform/index.js';
import { Affiliations, Organisations } from '../organisations/index.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';
import { OpportunityEntity } from './opportunity.entity.js';
import { OpportunityReviewEntity } from './opportunity-review.entity.js';
import { afterEdit, afterPublish, assertComplete, expiryOf, move } from './opportunity.rules.js';
import { cardOf, viewOf } from './opportunity.views.js';

/** Expired in one sweep; what is left goes with the next. */
const sweepAtMost = 200;

@Injectable()
export class Opportunities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly affiliations: Affiliations,
    private readonly policies: PolicyRegistry,
  ) {}

  /** The published ones; for the organisation's own people all of them. Newest first. */
  async list(organisationId: string, viewer: Actor): Promise<OpportunityView[]> {
    if (!(await this.organisations.get(organisationId))) throw new DomainError('not_found');
    const role = await this.affiliations.roleIn(viewer.userId, organisationId);
    const all = this.policies.can(viewer, 'opportunity.write', { role });
    const found = await this.dataSource.manager.find(OpportunityEntity, {
      where: all ? { organisationId } : { organisationId, ...published() },
      order: { id: 'DESC' },
    });
    return found.map(viewOf);
  }

  async create(command: Command, organisationId: string, input: OpportunityInput): Promise<OpportunityView> {
    return this.transactions.command(command, async (tx) => {
      if (!(await this.organisations.get(organisationId, tx.em))) throw new DomainError('not_found');
      if (!(await this.mayWrite(tx, command.actor, organisationId))) throw new DomainError('affiliation.required');
      await openProfile(tx, organisationId);
      const id = await draft(tx, organisationId, input);
      await this.tellPeople(tx, [organisationId]);
      return viewOf(await tx.em.findOneByOrFail(OpportunityEntity, { id }));
    });
  }

  async edit(command: Command, opportunityId: string, input: OpportunityInput): Promise<OpportunityView> {
    return this.change(command, opportunityId, false, async (tx, opportunity) => {
      const state = afterEdit(opportunity.state, await reviewRequired(tx.em));
      Object.assign(opportunity, input);
      if (state === 'submitted') await this.assertComplete(tx, opportunity);
      if (state === 'published') await this.date(tx, opportunity, opportunity.publishedAt!);
      return state;
    });
  }

  /** Published; or handed in where the instance reviews and the organisation's own people ask. */
  async publish(command: Command, opportunityId: string): Promise<OpportunityView> {
    return this.change(command, opportunityId, true, async (tx, opportunity) => {
      const by = this.policies.can(command.actor, 'opportunity.review', {}) ? 'staff' : 'people';
      const state = afterPublish(opportunity.state, { by, review: await reviewRequired(tx.em) });
      if (state === opportunity.state) return state;
      if (state === 'submitted') await this.assertComplete(tx, opportunity);
      if (state === 'published') {
        await this.date(tx, opportunity, tx.now);
        await this.announce(tx, opportunity);
      }
      return state;
    });
  }

  async archive(command: Command, opportunityId: string): Promise<OpportunityView> {
    return this.change(command, opportunityId, false, async (_, { state }) =>
      state === 'archived' ? state : move(state, 'archived'),
    );
  }

  /** What each organisation has published, newest first; inside a transaction pass its `em`. */
  async publishedOf(
    organisationIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, OpportunityView[]>> {
    const found = await em.find(OpportunityEntity, {
      where: { organisationId: In([...new Set(organisationIds)]), ...published() },
      order: { id: 'DESC' },
    });
    return Map.groupBy(found.map(viewOf), (view) => view.organisationId as string);
  }

  /** As cited elsewhere, whatever became of them since. */
  async cards(
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, OpportunityCard>> {
    const found = await em.findBy(OpportunityEntity, { id: In([...new Set(ids)]) });
    return new Map(found.map((opportunity) => [opportunity.id, cardOf(opportunity)]));
  }

  /** Those whose time is over become expired. @returns how many */
  async expire(tx: Tx): Promise<number> {
    const due = await tx.em.find(OpportunityEntity, {
      where: { state: 'published', expiresAt: LessThanOrEqual(tx.now) },
      order: { expiresAt: 'ASC' },
      take: sweepAtMost,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (due.length === 0) return 0;
    await tx.em.update(OpportunityEntity, { id: In(due.map(({ id }) => id)) }, { state: 'expired' });
    for (const { id, organisationId } of due) {
      await tx.fact({ name: 'opportunity.expired', opportunityId: id, organisationId });
    }
    await this.tellPeople(
      tx,
      due.map(({ organisationId }) => organisationId),
    );
    return due.length;
  }

  private async change(
    command: Command,
    opportunityId: string,
    staffToo: boolean,
    decide: (tx: Tx, opportunity: OpportunityEntity) => Promise<OpportunityState>,
  ): Promise<OpportunityView> {
    return this.transactions.command(command, async (tx) => {
      const known = await tx.em.findOneBy(OpportunityEntity, { id: opportunityId });
      const mayAct =
        known !== null &&
        ((await this.mayWrite(tx, command.actor, known.organisationId)) ||
          (staffToo && this.policies.can(command.actor, 'opportunity.review', {})));
      if (!mayAct) throw new DomainError('not_found');
      const opportunity = await tx.em.findOneOrFail(OpportunityEntity, {
        where: { id: opportunityId },
        lock: { mode: 'pessimistic_write' },
      });
      opportunity.state = await decide(tx, opportunity);
      await tx.em.save(opportunity);
      await this.tellPeople(tx, [opportunity.organisationId]);
      return viewOf(opportunity);
    });
  }

  /** @returns the organisation's zone, in which its days end */
  private async assertComplete(tx: Tx, opportunity: OpportunityEntity): Promise<string> {
    const { zone } = (await this.organisations.get(opportunity.organisationId, tx.em))!;
    assertComplete(opportunity, tx.now.toTemporalInstant(), zone);
    return zone;
  }

  private async date(tx: Tx, opportunity: OpportunityEntity, publishedAt: Date): Promise<void> {
    const zone = await this.assertComplete(tx, opportunity);
    opportunity.publishedAt = publishedAt;
    opportunity.expiresAt = asDate(expiryOf(publishedAt.toTemporalInstant(), opportunity.deadline, zone));
  }

  private async announce(tx: Tx, { id, organisationId }: OpportunityEntity): Promise<void> {
    await tx.em.query(
      'UPDATE cooperation_profile SET published_at = coalesce(published_at, $2) WHERE organisation_id = $1',
      [organisationId, tx.now],
    );
    await tx.fact({ name: 'opportunity.published', opportunityId: id, organisationId });
  }

  private async tellPeople(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    const people = await this.affiliations.peopleOf([...new Set(organisationIds)], tx.em);
    for (const [organisationId, userIds] of people) tx.tell(userIds, 'opportunity.changed', { organisationId });
  }

  private async mayWrite(tx: Tx, actor: Actor, organisationId: string): Promise<boolean> {
    const role = await this.affiliations.holdRole(tx, actor.userId, organisationId);
    return this.policies.can(actor, 'opportunity.write', { role });
  }
}

/** What others may see now: a deadline counts at once, not when the sweep has come by. */
const published = () => ({ state: 'published' as const, expiresAt: Raw((column) => `${column} > domain_now()`) });

const asDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

async function openProfile(tx: Tx, organisationId: string): Promise<void> {
  await tx.em
    .createQueryBuilder()
    .insert()
    .into(CooperationProfileEntity)
    .values({ organisationId, openedAt: tx.now })
    .orIgnore()
    .execute();
}

async function draft(tx: Tx, organisationId: string, input: OpportunityInput): Promise<string> {
  const { identifiers } = await tx.em.insert(OpportunityEntity, {
    ...input,
    organisationId,
    state: 'draft',
    createdAt: tx.now,
  });
  return identifiers[0]!['id'] as string;
}

async function reviewRequired(em: EntityManager): Promise<boolean> {
  return (await em.findOneByOrFail(OpportunityReviewEntity, { id: 1 })).required;
}
