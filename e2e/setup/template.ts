import { join } from 'node:path';
import pg from 'pg';
import { hashSources } from '../../scripts/build/sources.ts';
import { DataDir } from '../../scripts/instance/data-dir.ts';
import { freePort } from '../../scripts/instance/ports.ts';
import { startServer } from '../../scripts/instance/server-process.ts';
import { ensureDatabase } from '../../scripts/postgres/databases.ts';
import { databaseUrl, e2eFolder, filesFolder, type Run } from './run.ts';

/** Name of a database that a server has migrated and filled as the demo; made anew when the server's sources change. */
export async function seededTemplate(run: Run): Promise<string> {
  const name = `template_${hashSources(['server', 'libs', 'package-lock.json']).slice(0, 16)}`;
  const admin = new pg.Client({ connectionString: databaseUrl(run, 'postgres') });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' OR datname LIKE 'filling\\_%'`,
    );
    if (rows.some(({ datname }) => datname === name)) return name;
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${admin.escapeIdentifier(datname)} WITH (FORCE)`);
    const draft = name.replace('template', 'filling');
    await ensureDatabase(databaseUrl(run, 'postgres'), draft);
    const server = await startServer(new DataDir(join(e2eFolder, 'template')), {
      port: await freePort('tcp'),
      basePath: '/',
      databaseUrl: databaseUrl(run, draft),
      env: { DEMO: '1', INSTANCE_KEY: run.instanceKey, FILES_DIR: filesFolder },
    });
    await server.stop();
    await admin.query(`ALTER DATABASE ${admin.escapeIdentifier(draft)} RENAME TO ${admin.escapeIdentifier(name)}`);
    return name;
  } finally {
    await admin.end();
  }
}
