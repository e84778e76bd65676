import type { TestApp } from '../start-app.js';

/** Written with every request, with everything that is answered well, or by the clock. */
const asides = ['login', 'idempotency', 'domain_clock', 'sign_of_life'];

/** Everything that a command could change or tell, in one word for each table. */
export async function fingerprint({ db }: TestApp): Promise<Record<string, string>> {
  const tables = (await db.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE (schemaname = 'public' OR (schemaname, tablename) = ('pgboss', 'job')) AND tablename <> ALL ($1) ORDER BY 1`,
    [asides],
  )) as { name: string }[];
  const words = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(one::text, '|' ORDER BY one::text)) AS word FROM ${name} AS one`,
  );
  const rows = (await db.query(words.join(' UNION ALL '))) as { name: string; word: string | null }[];
  return Object.fromEntries(rows.map(({ name, word }) => [name, word ?? '']));
}
