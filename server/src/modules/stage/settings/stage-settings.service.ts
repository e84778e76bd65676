import { Injectable } from '@nestjs/common';
import type { StageSettingsView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainError, Transactions } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { StageSettingsEntity } from './stage-settings.entity.js';

/** How the stages of an event work, as its organisers chose. */
@Injectable()
export class StageSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  async of(eventId: string): Promise<StageSettingsView> {
    if (!(await this.events.get(eventId))) throw new DomainError('not_found');
    return { moderateQuestions: await this.moderatesQuestions(eventId) };
  }

  async put(command: Command, eventId: string, { moderateQuestions }: StageSettingsView): Promise<StageSettingsView> {
    return this.transactions.command(command, async (tx) => {
      if (!(await this.events.get(eventId, tx.em))) throw new DomainError('not_found');
      await tx.em.upsert(StageSettingsEntity, { eventId, moderateQuestions }, ['eventId']);
      return { moderateQuestions };
    });
  }

  async moderatesQuestions(eventId: string, em: EntityManager = this.dataSource.manager): Promise<boolean> {
    const settings = await em.findOneBy(StageSettingsEntity, { eventId });
    return settings?.moderateQuestions ?? false;
  }
}
