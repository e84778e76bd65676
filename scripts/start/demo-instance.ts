import { at } from '../paths.ts';
import { keptPort } from '../instance/ports.ts';
import { startServer } from '../instance/server-process.ts';
import type { StopList } from '../instance/stop-list.ts';
import { startCluster } from '../postgres/cluster.ts';
import { dropDatabase, ensureDatabase } from '../postgres/databases.ts';
import { step } from '../terminal/progress.ts';
import { keepLiveKit } from './keep-livekit.ts';
import { openDataDir } from './open-data-dir.ts';
import { serverEnvironment } from './server-environment.ts';
import { readSettings } from './settings.ts';
import { DataDir } from '../instance/data-dir.ts';

/**
 * A demo of its own with a newly filled database, beside whatever else runs.
 * @returns its address, with a slash at the end
 */
export async function startDemo(name: string, running: StopList): Promise<string> {
  const folder = at('.data', name);
  const port = await keptPort(new DataDir(folder), 'server', 'tcp');
  const settings = readSettings({ PORT: String(port), DATA_DIR: folder });
  const data = await openDataDir(settings, running);
  const cluster = await step('Starting PostgreSQL', () => startCluster(data, { volatile: true }));
  running.add(cluster.stop);
  await dropDatabase(cluster.url('postgres'), 'musubi');
  await ensureDatabase(cluster.url('postgres'), 'musubi');
  const livekit = await keepLiveKit(settings, data, running);
  const server = await step('Starting the server and filling the demo', () =>
    startServer(data, {
      port,
      basePath: '/',
      databaseUrl: cluster.url('musubi'),
      env: serverEnvironment(settings, livekit),
    }),
  );
  running.add(server.stop);
  return `${settings.publicOrigin}/`;
}
