import type { TestApp } from './start-app.js';
import { until } from './until.js';

/**
 * Runs them at once, none of them done before all have come as far as they can: the table takes no change until then.
 * @returns their answers in the given order
 */
export async function heldBack<T>(app: TestApp, table: string, works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const gate = app.db.createQueryRunner();
  try {
    await gate.startTransaction();
    await gate.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const done = Promise.all(works.map((work) => work()));
    await until(async () => {
      // Not through the gate: a transaction sees the connections that there were when it first looked.
      const [{ waiting }] = (await app.db.query(
        `SELECT count(DISTINCT held.pid)::int AS waiting FROM pg_locks held
         JOIN pg_stat_activity activity USING (pid)
         WHERE NOT held.granted AND activity.datname = current_database()`,
      )) as [{ waiting: number }];
      return waiting >= works.length;
    }, 20);
    await gate.commitTransaction();
    return await done;
  } finally {
    if (gate.isTransactionActive) await gate.rollbackTransaction();
    await gate.release();
  }
}
