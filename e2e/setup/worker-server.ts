import { join } from 'node:path';
import pg from 'pg';
import { DataDir } from '../../scripts/instance/data-dir.ts';
import { cleanUp } from '../../scripts/instance/leftovers.ts';
import { startServer, type ServerProcess } from '../../scripts/instance/server-process.ts';
import { ensureDatabase } from '../../scripts/postgres/databases.ts';
import { databaseUrl, e2eFolder, filesFolder, livekitEnvironment, readRun } from './run.ts';

/** The server of one Playwright worker, on a fresh copy of the filled database. */
export async function startWorkerServer(index: number, basePath: string): Promise<ServerProcess> {
  const run = readRun();
  const database = `worker_${index}`;
  const admin = new pg.Client({ connectionString: databaseUrl(run, 'postgres') });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`).finally(() => admin.end());
  await ensureDatabase(databaseUrl(run, 'postgres'), database, run.template);

  const port = run.ports[index];
  if (!port) throw new Error(`The run's setup knows ${run.ports.length} workers; this is number ${index + 1}.`);
  const data = new DataDir(join(e2eFolder, `worker-${index}`));
  await cleanUp(data);
  return startServer(data, {
    port,
    basePath,
    databaseUrl: databaseUrl(run, database),
    env: {
      DEMO: '1',
      PUBLIC_ORIGIN: `http://localhost:${port}`,
      INSTANCE_KEY: run.instanceKey,
      FILES_DIR: filesFolder,
      // Each visitor says where they come from, as a proxy would: strangers in one house share what they may do in an hour.
      TRUST_PROXY: '1',
      ...livekitEnvironment(run),
    },
  });
}
