import { Injectable } from '@nestjs/common';
import type { OpportunityCard, OpportunityEdit, OpportunityInput, OpportunityView } from '@musubi/contracts';
import { DataSource, type EntityManager, In, Raw } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { Writers } from '../life/writers.js';
import { Audience } from '../open/audience.js';
import { openProfile } from '../profile/open-profile.js';
import { OpportunityEntity } from './opportunity.entity.js';
import { OpportunityLives } from './opportunity-lives.service.js';
import { assertFits } from './opportunity.rules.js';
import { cardOf, ownViewOf, viewOf } from './opportunity.views.js';

@Injectable()
export class Opportunities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly writers: Writers,
    private readonly audience: Audience,
    private readonly lives: OpportunityLives,
  ) {}

  /**
   * The published ones, for whoever may see the organisation's page, and those who review; for its own people all of them, with what
   * waits beside them. Newest first.
   */
  async list(organisationId: string, viewer: Actor): Promise<OpportunityView[]> {
    if (!(await this.organisations.get(organisationId))) throw new DomainError('not_found');
    const own = await this.writers.reads(viewer, organisationId);
    const theirs =
      own || this.writers.mayReview(viewer) || (await this.audience.sees(viewer, [organisationId])).size > 0;
    if (!theirs) return [];
    const found = await this.dataSource.manager.find(OpportunityEntity, {
      where: own ? { organisationId } : { organisationId, ...published() },
      order: { id: 'DESC' },
    });
    return found.map(own ? ownViewOf : viewOf);
  }

  /** @throws DomainError `not_found`, `affiliation.required`, `opportunity.too_many` */
  async create(command: Command, organisationId: string, input: OpportunityInput): Promise<OpportunityView> {
    return this.transactions.command(command, async (tx) => {
      const organisation = await this.organisations.get(organisationId, tx.em);
      if (!organisation) throw new DomainError('not_found');
      if (!(await this.writers.mayWrite(tx, command.actor, organisationId)))
        throw new DomainError('affiliation.required');
      assertFits(input, organisation.regionCode);
      await openProfile(tx, organisationId);
      await this.lives.assertRoomForOne(tx, organisationId);
      const id = await draft(tx, organisationId, input);
      await this.writers.tell(tx, [organisationId]);
      return ownViewOf(await tx.em.findOneByOrFail(OpportunityEntity, { id }));
    });
  }

  /** @throws DomainError `opportunity.changed` where a colleague changed it after it was read */
  async edit(
    command: Command,
    opportunityId: string,
    { version, ...input }: OpportunityEdit,
  ): Promise<OpportunityView> {
    return this.lives.edit(command, opportunityId, input, version ?? null);
  }

  async publish(command: Command, opportunityId: string): Promise<OpportunityView> {
    return this.lives.publish(command, opportunityId);
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
}

/** What others may see now: a deadline counts at once, not when the sweep has come by. */
const published = () => ({ state: 'published' as const, expiresAt: Raw((column) => `${column} > domain_now()`) });

async function draft(tx: Tx, organisationId: string, input: OpportunityInput): Promise<string> {
  const { identifiers } = await tx.em.insert(OpportunityEntity, {
    ...input,
    organisationId,
    state: 'draft',
    createdAt: tx.now,
  });
  return identifiers[0]!['id'] as string;
}
