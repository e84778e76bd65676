import { Injectable } from '@nestjs/common';
import type { BlockedPerson, UserId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainError, Transactions } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { PersonBlockEntity } from './person-block.entity.js';

/** Whom among some people a block stands between, whoever set it. */
export class BlockedPairs {
  private readonly pairs: ReadonlySet<string>;

  constructor(blocks: readonly { byUserId: string; userId: string }[]) {
    this.pairs = new Set(blocks.map(({ byUserId, userId }) => pairOf(byUserId, userId)));
  }

  has(one: string, other: string): boolean {
    return this.pairs.has(pairOf(one, other));
  }
}

const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Who wants nothing to do with whom. */
@Injectable()
export class PersonBlocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly users: Users,
  ) {}

  /** Whom this person has blocked, the latest first. */
  async mine(userId: string): Promise<BlockedPerson[]> {
    const blocks = await this.dataSource.manager.find(PersonBlockEntity, {
      where: { byUserId: userId },
      order: { at: 'DESC', userId: 'ASC' },
    });
    const cards = await this.users.cards(blocks.map((block) => block.userId));
    return blocks.map(({ userId: blocked, at }) => ({
      userId: blocked as UserId,
      name: cards.get(blocked)?.name ?? null,
      at: at.toISOString(),
    }));
  }

  async block(command: Command, userId: string): Promise<void> {
    const byUserId = command.actor.userId;
    if (userId === byUserId) throw new DomainError('not_found');
    await this.users.get(userId);
    await this.transactions.command(command, async (tx) => {
      const { raw } = await tx.em
        .createQueryBuilder()
        .insert()
        .into(PersonBlockEntity)
        .values({ byUserId, userId, at: tx.now })
        .orIgnore()
        .returning('user_id')
        .execute();
      if ((raw as unknown[]).length > 0) await tx.fact({ name: 'person.blocked', byUserId, userId });
    });
  }

  async unblock(command: Command, userId: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      await tx.em.delete(PersonBlockEntity, { byUserId: command.actor.userId, userId });
    });
  }

  /** Blocks among the people, in either direction; inside a transaction pass its `em`. */
  async between(userIds: readonly string[], em: EntityManager = this.dataSource.manager): Promise<BlockedPairs> {
    const blocks = (await em.query(
      `SELECT by_user_id AS "byUserId", user_id AS "userId" FROM person_block
       WHERE by_user_id = ANY($1::uuid[]) AND user_id = ANY($1::uuid[])`,
      [userIds],
    )) as { byUserId: string; userId: string }[];
    return new BlockedPairs(blocks);
  }
}
