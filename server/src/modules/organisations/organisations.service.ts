import { Injectable } from '@nestjs/common';
import type {
  OrganisationCard,
  OrganisationChoice,
  OrganisationInput,
  OrganisationPatch,
  OrganisationView,
} from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, type Command, DomainError, PolicyRegistry, Transactions, type Tx } from '../../platform/index.js';
import { Affiliations } from './affiliations/affiliations.service.js';
import { cardOf, viewOf } from './organisation.cards.js';
import { OrganisationEntity } from './organisation.entity.js';
import { assertMayEnter, placeOf } from './organisation.rules.js';

/** As many as a hint under a form field can hold. */
const hintsAtMost = 10;

@Injectable()
export class Organisations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly affiliations: Affiliations,
    private readonly policies: PolicyRegistry,
  ) {}

  /**
   * Likely the same as what somebody types, best first; with a region only those of it, its parts and its wholes.
   * A few thousand rows are read through: quicker than keeping a trigram index, and two-character Japanese words work.
   */
  async search(words: string, region: string | null): Promise<OrganisationCard[]> {
    const found = await this.dataSource.manager
      .createQueryBuilder(OrganisationEntity, 'organisation')
      .where(
        `(position(fold(:words) IN organisation.search_text) > 0 OR word_similarity(fold(:words), organisation.search_text) >= 0.5)`,
      )
      .andWhere(
        `(CAST(:region AS text) IS NULL OR starts_with(organisation.region_code, :region) OR starts_with(:region, organisation.region_code))`,
      )
      .setParameters({ words, region })
      .orderBy('(fold(organisation.name_latin) = fold(:words))', 'DESC')
      .addOrderBy('word_similarity(fold(:words), organisation.search_text)', 'DESC')
      .addOrderBy('organisation.name_latin')
      .addOrderBy('organisation.id')
      .limit(hintsAtMost)
      .getMany();
    return found.map(cardOf);
  }

  async get(organisationId: string, em: EntityManager = this.dataSource.manager): Promise<OrganisationEntity | null> {
    return em.findOneBy(OrganisationEntity, { id: organisationId });
  }

  async view(organisationId: string, viewer: Actor | null): Promise<OrganisationView> {
    const organisation = await this.get(organisationId);
    if (!organisation) throw new DomainError('not_found');
    return viewOf(organisation, viewer !== null && (await this.mayEdit(viewer, organisationId)));
  }

  async patch(command: Command, organisationId: string, patch: OrganisationPatch): Promise<OrganisationView> {
    await this.assertMayEdit(command.actor, organisationId);
    return this.transactions.command(command, async (tx) => {
      const organisation = await tx.em.findOneOrFail(OrganisationEntity, {
        where: { id: organisationId },
        lock: { mode: 'pessimistic_write' },
      });
      Object.assign(organisation, patch, patch.regionCode === undefined ? {} : placeOf(patch.regionCode));
      await tx.em.save(organisation);
      return viewOf(organisation, true);
    });
  }

  /** Organisations as others see them, by id; inside a transaction pass its `em`. */
  async cards(
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, OrganisationCard>> {
    const found = await em.findBy(OrganisationEntity, { id: In([...new Set(ids)]) });
    return new Map(found.map((organisation) => [organisation.id, cardOf(organisation)]));
  }

  /**
   * The organisation that a form chose. Who makes a new one is its admin; who picks one that is there asks to belong to it.
   * @throws DomainError `organisation.unknown`, `organisation.region_unknown`, `organisation.too_many`; a name taken in its region is refused by its index
   */
  async resolve(tx: Tx, choice: OrganisationChoice, actor: { userId: string }): Promise<string> {
    if (choice.choose === 'new') {
      assertMayEnter(await enteredBy(tx, actor.userId));
      const organisationId = await this.create(tx, choice.organisation);
      await this.affiliations.makeAdmin(tx, actor.userId, organisationId);
      return organisationId;
    }
    const organisationId = await existing(tx, choice.organisationId);
    await this.affiliations.request(tx, actor.userId, organisationId);
    return organisationId;
  }

  async create(tx: Tx, input: OrganisationInput): Promise<string> {
    const row = { ...input, ...placeOf(input.regionCode), createdAt: tx.now };
    const { identifiers } = await tx.em.insert(OrganisationEntity, row);
    return identifiers[0]!['id'] as string;
  }

  private async mayEdit(actor: Actor, organisationId: string): Promise<boolean> {
    const role = await this.affiliations.roleIn(actor.userId, organisationId);
    return this.policies.can(actor, 'organisation.edit', { role });
  }

  private async assertMayEdit(actor: Actor, organisationId: string): Promise<void> {
    if (!(await this.get(organisationId))) throw new DomainError('not_found');
    const role = await this.affiliations.roleIn(actor.userId, organisationId);
    if (this.policies.can(actor, 'organisation.edit', { role })) return;
    throw new DomainError(role === null ? 'affiliation.required' : 'forbidden');
  }
}

async function existing(tx: Tx, organisationId: string): Promise<string> {
  if (!(await tx.em.existsBy(OrganisationEntity, { id: organisationId })))
    throw new DomainError('organisation.unknown');
  return organisationId;
}

/** How many this person has entered, one after the other: whoever enters one belongs to it from that moment. */
async function enteredBy(tx: Tx, userId: string): Promise<number> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('organisations entered by ' || $1::uuid, 0))`, [
    userId,
  ]);
  const [row] = (await tx.em.query(
    `SELECT count(*)::integer AS entered FROM affiliation
     JOIN organisation ON organisation.id = affiliation.organisation_id AND organisation.created_at = affiliation.requested_at
     WHERE affiliation.user_id = $1`,
    [userId],
  )) as { entered: number }[];
  return row!.entered;
}
