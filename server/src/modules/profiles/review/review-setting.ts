import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReviewSetting } from '@musubi/contracts';
import { type Command, Transactions, type Tx } from '../../../platform/index.js';
import { OpportunityReviewEntity } from './review-setting.entity.js';

/** Whether organisers read texts before they are public: a setting of the instance. */
@Injectable()
export class ReviewSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async required(em: EntityManager = this.dataSource.manager): Promise<boolean> {
    return (await em.findOneByOrFail(OpportunityReviewEntity, { id: 1 })).required;
  }

  async set(command: Command, { required }: ReviewSetting): Promise<ReviewSetting> {
    return this.transactions.command(command, (tx) => this.write(tx, required));
  }

  async write(tx: Tx, required: boolean): Promise<ReviewSetting> {
    await tx.em.update(OpportunityReviewEntity, { id: 1 }, { required });
    return { required };
  }
}
