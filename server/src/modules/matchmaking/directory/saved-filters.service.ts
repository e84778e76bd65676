import { Injectable } from '@nestjs/common';
import { DirectoryFilter, type FilterId, type SavedFilter, type SavedFilterInput } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions } from '../../../platform/index.js';
import { DirectoryFilterEntity } from './directory-filter.entity.js';

/** As many as one list can hold; nobody else ever sees them. */
const filtersAtMost = 30;

@Injectable()
export class SavedFilters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async list({ userId }: Actor): Promise<SavedFilter[]> {
    const found = await this.dataSource.manager.find(DirectoryFilterEntity, {
      where: { userId },
      order: { savedAt: 'DESC', id: 'DESC' },
    });
    return found.map(viewOf);
  }

  /**
   * A name used before is given to the new one.
   * @throws DomainError `directory_filter.cap_reached`
   */
  async save(command: Command, { name, filter }: SavedFilterInput): Promise<SavedFilter> {
    const { userId } = command.actor;
    return this.transactions.command(command, async (tx) => {
      await tx.em.query('SELECT id FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [userId]);
      const others = await tx.em.query<{ name: string }[]>('SELECT name FROM directory_filter WHERE user_id = $1', [
        userId,
      ]);
      if (others.length >= filtersAtMost && !others.some((one) => one.name === name)) {
        throw new DomainError('directory_filter.cap_reached', { cap: filtersAtMost });
      }
      await tx.em.upsert(DirectoryFilterEntity, { userId, name, filter, savedAt: tx.now }, ['userId', 'name']);
      return viewOf(await tx.em.findOneByOrFail(DirectoryFilterEntity, { userId, name }));
    });
  }

  /** @throws DomainError `not_found` for somebody else's */
  async remove(command: Command, id: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      const { affected } = await tx.em.delete(DirectoryFilterEntity, { id, userId: command.actor.userId });
      if (!affected) throw new DomainError('not_found');
    });
  }
}

/** What was kept before there was a group narrows nothing by it. */
function viewOf({ id, name, filter, savedAt }: DirectoryFilterEntity): SavedFilter {
  return { filterId: id as FilterId, name, filter: DirectoryFilter.parse(filter), savedAt: savedAt.toISOString() };
}
