import type { TestApp } from './start-app.js';

type Query = (...args: unknown[]) => unknown;

/** Who asks is looked up every few seconds and noted once a minute: on a slow machine that falls into the work, or does not. */
const isOfTheClock = (statement: unknown): boolean => {
  const text = typeof statement === 'string' ? statement : (statement as { text?: string } | undefined)?.text;
  return /^(UPDATE login SET last_seen_at|SELECT login\.id AS login_id)/.test(text ?? '');
};

/** How many statements the application sends to PostgreSQL while the work runs. */
export async function countQueries(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  const client = Object.getPrototypeOf(await aClient(app)) as { query: Query };
  const { query } = client;
  let sent = 0;
  client.query = function counted(this: unknown, ...args: unknown[]) {
    if (!isOfTheClock(args[0])) sent++;
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

async function aClient(app: TestApp): Promise<object> {
  const runner = app.db.createQueryRunner();
  try {
    return (await runner.connect()) as object;
  } finally {
    await runner.release();
  }
}
