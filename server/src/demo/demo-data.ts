import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../create-app.js';
import { Config, serverFolder } from '../platform/index.js';
import { DemoKit } from './demo-kit.js';

/** How far the demo's year has come. */
export const demoStages = ['registration', 'booking', 'live', 'followup'] as const;
export type DemoStage = (typeof demoStages)[number];

export interface DemoSeed {
  fillDemo(kit: DemoKit, stage: DemoStage): Promise<void>;
}

/** Seeds stay TypeScript beside the sources: the runtime strips their types. */
const seed = pathToFileURL(join(serverFolder, 'seeds/demo.ts')).href;

/** What migrations fill; everything else is somebody's data. */
const filledByMigrations = ['consent_text', 'domain_clock', 'migration', 'opportunity_review'];

/** Fills a demo's database when it is empty, or when the last filling was cut short. @returns whether it filled */
export async function fillEmptyDemo(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const state = await stateOf(Config.from(environment).databaseUrl);
  if (state === 'filled') return false;
  await refillDemo(environment, 'booking');
  return true;
}

/** Empties a demo's database and brings the year to a stage. */
export async function refillDemo(environment: NodeJS.ProcessEnv, stage: DemoStage): Promise<void> {
  const { fillDemo } = (await import(seed)) as DemoSeed;
  await withApp(environment, async (kit, db) => {
    await emptyDatabase(db);
    await kit.inTx((tx) => kit.door.describe(tx, unfinished));
    await fillDemo(kit, stage);
  });
}

/** What the door says until the filling is done. */
const unfinished = { people: [], stops: [], conferenceSlug: '' };

async function stateOf(databaseUrl: string): Promise<'empty' | 'filled'> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ slug: string | null; people: boolean }>(
      `SELECT (SELECT conference_slug FROM demo_story) AS slug, EXISTS (SELECT FROM app_user) AS people`,
    );
    const { slug, people } = rows[0]!;
    return slug === unfinished.conferenceSlug || !people ? 'empty' : 'filled';
  } finally {
    await client.end();
  }
}

/** Back to what migrations leave, without the locks that new tables would need. */
export async function emptyDatabase(db: DataSource): Promise<void> {
  const tables = (await db.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1::text[])`,
    [filledByMigrations],
  )) as { name: string }[];
  // What was recorded of a demo's year goes with that year.
  const log = ['audit_entry', 'audit_seal'];
  for (const table of log) await db.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
  await db.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  for (const table of log) await db.query(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`);
  await db.query('UPDATE domain_clock SET offset_ms = 0');
  await db.query('UPDATE opportunity_review SET required = false');
  await db.query('DELETE FROM pgboss.job');
}

/** An application that works off nothing and says little. */
async function withApp<T>(
  environment: NodeJS.ProcessEnv,
  work: (kit: DemoKit, db: DataSource) => Promise<T>,
): Promise<T> {
  const config = Config.from({ ...environment, WORKERS: '0', LOG_LEVEL: 'error' });
  if (!config.demo) throw new Error('Only a demo is filled with invented people: set DEMO=1.');
  const app = await createApp(config);
  try {
    await app.init();
    return await work(new DemoKit(app), app.get(DataSource));
  } finally {
    await app.close();
  }
}
