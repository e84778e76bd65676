import { Injectable } from '@nestjs/common';
import { officeDaysAtOnce } from '@musubi/contracts';
import type { OfficeDayId, OfficeDayInput, OfficeDayView, OrganisationCard, OrganisationId } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Audit, type AuditState, type Command, DomainError, Transactions } from '../../../platform/index.js';
import { cardOf } from '../organisation.cards.js';
import { OrganisationEntity } from '../organisation.entity.js';
import { placeOf } from '../organisation.rules.js';
import { OfficeDayEntity } from './office-day.entity.js';

/** The organisers' own days in the calendars of offices. A deadline that was given stays. */
@Injectable()
export class OfficeDays {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * The earliest first, without what is over for a month; those after one of them where it is given.
   * @throws DomainError `not_found` where that one has been removed
   */
  async list(afterId?: string): Promise<OfficeDayView[]> {
    const { manager } = this.dataSource;
    const after = afterId === undefined ? null : await manager.findOneBy(OfficeDayEntity, { id: afterId });
    if (afterId !== undefined && !after) throw new DomainError('not_found');
    const query = manager
      .createQueryBuilder(OfficeDayEntity, 'day')
      .where('day.lastOn >= domain_now()::date - 31')
      .orderBy('day.firstOn')
      .addOrderBy('day.id')
      .limit(officeDaysAtOnce);
    if (after) query.andWhere('(day.firstOn, day.id) > (:firstOn, :id)', after);
    return viewsOf(await query.getMany(), manager);
  }

  /** @throws DomainError `organisation.unknown`, `organisation.region_unknown`; days that are written already are refused by their exclusion */
  async add(command: Command, { whose, from, until, works, reason }: OfficeDayInput): Promise<OfficeDayView> {
    return this.transactions.command(command, async (tx) => {
      const regionCode = whose.kind === 'region' ? placeOf(whose.regionCode).regionCode : null;
      const organisationId = whose.kind === 'organisation' ? whose.organisationId : null;
      if (organisationId && !(await tx.em.existsBy(OrganisationEntity, { id: organisationId }))) {
        throw new DomainError('organisation.unknown');
      }
      const given = { regionCode, organisationId, firstOn: from, lastOn: until, works, reason };
      const { identifiers } = await tx.em.insert(OfficeDayEntity, given);
      const row = await tx.em.findOneByOrFail(OfficeDayEntity, { id: identifiers[0]!['id'] as string });
      const on = { kind: 'office_day', id: row.id };
      await this.audit.record(tx, { by: command.actor.userId, did: 'office_day.added', on, after: stateOf(row) });
      return (await viewsOf([row], tx.em))[0]!;
    });
  }

  async remove(command: Command, id: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      const row = await tx.em.findOne(OfficeDayEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new DomainError('not_found');
      await tx.em.delete(OfficeDayEntity, { id });
      const on = { kind: 'office_day', id };
      await this.audit.record(tx, { by: command.actor.userId, did: 'office_day.removed', on, before: stateOf(row) });
    });
  }
}

function stateOf({ regionCode, organisationId, firstOn, lastOn, works }: OfficeDayEntity): AuditState {
  return { whose: regionCode ?? organisationId, from: firstOn, until: lastOn, works };
}

async function viewsOf(rows: readonly OfficeDayEntity[], em: EntityManager): Promise<OfficeDayView[]> {
  const ids = rows.flatMap(({ organisationId }) => organisationId ?? []);
  const found = await em.findBy(OrganisationEntity, { id: In([...new Set(ids)]) });
  const cards = new Map(found.map((organisation) => [organisation.id, cardOf(organisation)]));
  return rows.map((row) => viewOf(row, cards));
}

function viewOf(row: OfficeDayEntity, cards: ReadonlyMap<string, OrganisationCard>): OfficeDayView {
  const { id, regionCode, organisationId, firstOn, lastOn, works, reason } = row;
  return {
    officeDayId: id as OfficeDayId,
    whose:
      organisationId === null
        ? { kind: 'region', regionCode: regionCode! }
        : { kind: 'organisation', organisation: cards.get(organisationId as OrganisationId)! },
    from: firstOn,
    until: lastOn,
    works,
    reason,
  };
}
