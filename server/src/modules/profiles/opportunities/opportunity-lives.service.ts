import { Injectable } from '@nestjs/common';
import type { OpportunityInput, OpportunityView, Reviewed } from '@musubi/contracts';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { publishing, standingOf, stateOf, waits, writing } from '../life/life.rules.js';
import { assertRead, sendBack } from '../life/reading.js';
import { asItWas, stand, step } from '../life/step.js';
import { Writers } from '../life/writers.js';
import { ReviewSettings } from '../review/review-setting.js';
import { OpportunityEntity } from './opportunity.entity.js';
import { assertComplete, assertFits, assertRoomForOne, expiryOf } from './opportunity.rules.js';
import { contentOf, ownViewOf } from './opportunity.views.js';

/** Expired in one sweep; what is left goes with the next. */
const sweepAtMost = 200;

/** What happens to an opportunity from its first draft to the archive. */
@Injectable()
export class OpportunityLives {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly writers: Writers,
    private readonly settings: ReviewSettings,
  ) {}

  edit(command: Command, id: string, input: OpportunityInput, version: number | null): Promise<OpportunityView> {
    return this.own(command, id, async (tx, opportunity) => {
      if (version !== null && version !== opportunity.version) {
        throw new DomainError('opportunity.changed', { version: opportunity.version });
      }
      assertFits(input, (await this.organisations.get(opportunity.organisationId, tx.em))!.regionCode);
      const { to, into } = writing('opportunity', standingOf(opportunity), await this.settings.required(tx.em));
      if (waits(to)) await this.assertComplete(tx, opportunity, input);
      stand(livingOf(opportunity), to, tx.now);
      if (into === 'revision') opportunity.revision = input;
      else Object.assign(opportunity, input);
      opportunity.version++;
      if (to === 'published') await this.date(tx, opportunity, opportunity.publishedAt!);
    });
  }

  /** Public at once, or handed in where the instance reviews. However often it is pressed, it has one result. */
  publish(command: Command, id: string): Promise<OpportunityView> {
    return this.own(command, id, async (tx, opportunity) => {
      const action = publishing(standingOf(opportunity), await this.settings.required(tx.em));
      if (!action) return asItWas;
      if (action === 'submit') await this.assertComplete(tx, opportunity, opportunity.revision ?? opportunity);
      step(livingOf(opportunity), action, tx.now);
      if (action !== 'submit') await this.makePublic(tx, opportunity);
      return action;
    });
  }

  withdraw(command: Command, id: string): Promise<OpportunityView> {
    return this.own(command, id, async (tx, opportunity) =>
      standingOf(opportunity) === 'draft' ? asItWas : step(livingOf(opportunity), 'withdraw', tx.now),
    );
  }

  renew(command: Command, id: string): Promise<OpportunityView> {
    return this.own(command, id, (tx, opportunity) => this.renewIn(tx, opportunity));
  }

  archive(command: Command, id: string): Promise<OpportunityView> {
    return this.own(command, id, async (tx, opportunity) =>
      opportunity.state === 'archived' ? asItWas : step(livingOf(opportunity), 'archive', tx.now),
    );
  }

  restore(command: Command, id: string): Promise<OpportunityView> {
    return this.own(command, id, async (tx, opportunity) => {
      if (standingOf(opportunity) === 'draft') return asItWas;
      if (opportunity.state === 'archived') await this.assertRoomForOne(tx, opportunity.organisationId);
      return step(livingOf(opportunity), 'restore', tx.now);
    });
  }

  /** Of one organisation one after the other. @throws DomainError `opportunity.too_many` */
  async assertRoomForOne(tx: Tx, organisationId: string): Promise<void> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('opportunities of ' || $1::uuid, 0))`, [
      organisationId,
    ]);
    assertRoomForOne(await tx.em.countBy(OpportunityEntity, { organisationId, state: Not('archived') }));
  }

  /** @throws DomainError `opportunity.changed` where the text is not the one that was read */
  approve(command: Command, id: string, version: number): Promise<Reviewed> {
    return this.reading(command, id, version, 'profile_text.approved', async (tx, opportunity) => {
      step(livingOf(opportunity), 'approve', tx.now);
      await this.makePublic(tx, opportunity);
    });
  }

  sendBack(command: Command, id: string, version: number, because: string): Promise<Reviewed> {
    return this.reading(command, id, version, 'profile_text.sent_back', async (tx, opportunity) =>
      sendBack(livingOf(opportunity), because, tx.now),
    );
  }

  /** For twelve months from now. @throws DomainError where its last day is over, or it never was public */
  async renewIn(tx: Tx, opportunity: OpportunityEntity): Promise<void> {
    const before = opportunity.state;
    step(livingOf(opportunity), 'renew', tx.now);
    if (before === 'published') await this.date(tx, opportunity, tx.now);
    else await this.makePublic(tx, opportunity);
    opportunity.remindedDays = null;
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
    await this.writers.tell(
      tx,
      due.map(({ organisationId }) => organisationId),
    );
    return due.length;
  }

  private async own(
    command: Command,
    opportunityId: string,
    decide: (tx: Tx, opportunity: OpportunityEntity) => Promise<unknown>,
  ): Promise<OpportunityView> {
    return this.transactions.command(command, async (tx) => {
      const known = await tx.em.findOneBy(OpportunityEntity, { id: opportunityId });
      if (!known || !(await this.writers.mayWrite(tx, command.actor, known.organisationId))) {
        throw new DomainError('not_found');
      }
      const opportunity = await lockOpportunity(tx, opportunityId);
      if ((await decide(tx, opportunity)) === asItWas) return ownViewOf(opportunity);
      await tx.em.save(opportunity);
      await this.writers.tell(tx, [opportunity.organisationId]);
      return ownViewOf(opportunity);
    });
  }

  private async reading(
    command: Command,
    opportunityId: string,
    version: number,
    name: 'profile_text.approved' | 'profile_text.sent_back',
    decide: (tx: Tx, opportunity: OpportunityEntity) => Promise<void>,
  ): Promise<Reviewed> {
    return this.transactions.command(command, async (tx) => {
      if (!(await tx.em.existsBy(OpportunityEntity, { id: opportunityId }))) throw new DomainError('not_found');
      const opportunity = await lockOpportunity(tx, opportunityId);
      assertRead('opportunity', opportunity, version);
      await decide(tx, opportunity);
      Object.assign(opportunity, { reviewedAt: tx.now, reviewedByUserId: command.actor.userId });
      await tx.em.save(opportunity);
      const { id, organisationId } = opportunity;
      const userIds = (await this.writers.tell(tx, [organisationId])).get(organisationId) ?? [];
      await tx.fact({ name, what: 'opportunity', id, organisationId, userIds });
      return { state: stateOf(standingOf(opportunity)), version: opportunity.version };
    });
  }

  private async makePublic(tx: Tx, opportunity: OpportunityEntity): Promise<void> {
    await this.date(tx, opportunity, tx.now);
    opportunity.remindedDays = null;
    const { id, organisationId } = opportunity;
    await tx.fact({ name: 'opportunity.published', opportunityId: id, organisationId });
  }

  /** @returns the organisation's zone, in which its days end */
  private async assertComplete(tx: Tx, { organisationId }: OpportunityEntity, input: OpportunityInput) {
    const { zone } = (await this.organisations.get(organisationId, tx.em))!;
    assertComplete(input, tx.now.toTemporalInstant(), zone);
    return zone;
  }

  private async date(tx: Tx, opportunity: OpportunityEntity, publishedAt: Date): Promise<void> {
    const zone = await this.assertComplete(tx, opportunity, contentOf(opportunity));
    const end = expiryOf(publishedAt.toTemporalInstant(), opportunity.deadline, zone);
    Object.assign(opportunity, { publishedAt, expiresAt: new Date(end.epochMilliseconds) });
  }
}

export const livingOf = (row: OpportunityEntity) => ({
  thing: 'opportunity' as const,
  row,
  read: () => contentOf(row),
  write: (content: OpportunityInput) => void Object.assign(row, content),
});

async function lockOpportunity(tx: Tx, id: string): Promise<OpportunityEntity> {
  return tx.em.findOneOrFail(OpportunityEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
