import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';
import { serverFolder } from '../config/places.js';
import { PgBoss } from '../jobs/pg-boss.js';

type MigrationClass = new () => MigrationInterface;

/** Migrations stay TypeScript beside the sources: the runtime strips their types. */
const folder = join(serverFolder, 'migrations');

/** Every file `<timestamp>-<one-concern>.ts` holds one class; its name in the database comes from the file. */
async function migrationClasses(): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{13}-[a-z0-9-]+\.ts$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const exports = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, MigrationClass>;
      const [Migration, ...more] = Object.values(exports);
      if (!Migration || more.length > 0) throw new Error(`${file} exports one migration, no less and no more`);
      const [, timestamp, concern] = /^(\d{13})-(.+)\.ts$/.exec(basename(file))!;
      return class extends Migration {
        override name = `${concern}-${timestamp}`;
      };
    }),
  );
}

/**
 * Brings the schema up to date, one transaction per migration, and pg-boss's own beside it. Nodes that start together
 * wait for each other.
 * @returns names of the migrations that were run
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: await migrationClasses(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtextextended('musubi migrations', 0))`);
    const ran = await dataSource.runMigrations();
    await migrateJobs(databaseUrl);
    return ran.map(({ name }) => name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtextextended('musubi migrations', 0))`).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

async function migrateJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 });
  await boss.start();
  await boss.stop({ graceful: false });
}
