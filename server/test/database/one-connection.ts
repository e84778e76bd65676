import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

interface Pool {
  connect(...args: unknown[]): unknown;
}

/**
 * Refuses a second connection to whoever holds a transaction: as many commands at once as the pool has connections would
 * wait for each other until they are given up. Services pass the transaction's `em` on instead.
 * @returns where it happened nevertheless: the refusal may have been caught
 */
export function holdToOneConnection(dataSource: DataSource): readonly Error[] {
  const within = new AsyncLocalStorage<true>();
  const refused: Error[] = [];
  const pool = (dataSource.driver as PostgresDriver).master as Pool;
  const connect = pool.connect.bind(pool);
  pool.connect = (...args) => {
    if (!within.getStore()) return connect(...args);
    const error = new Error('A second connection is asked for inside a transaction');
    refused.push(error);
    throw error;
  };
  const transaction = dataSource.transaction.bind(dataSource) as (
    work: (em: unknown) => Promise<unknown>,
  ) => Promise<unknown>;
  dataSource.transaction = ((work: (em: unknown) => Promise<unknown>) =>
    transaction((em) => within.run(true, () => work(em)))) as DataSource['transaction'];
  return refused;
}
