// `npm run owner | db:migrate | db:drift | seed`: a tool of the server, on the database of the instance at PORT,
// which may be running or not, or at DATABASE_URL.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from '../build/build.ts';
import { orExit } from '../terminal/or-exit.ts';
import { DataDir } from '../instance/data-dir.ts';
import { cleanUp } from '../instance/leftovers.ts';
import { isRunning } from '../instance/processes.ts';
import { at, serverFile, root } from '../paths.ts';
import { clusterUrl, startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/databases.ts';
import { readSettings } from '../start/settings.ts';
import { warn } from '../terminal/progress.ts';

const [name = '', ...rest] = process.argv.slice(2);
const settings = readSettings(process.env);
await orExit(build(['server']));
const program = serverFile('tools', `${name}.js`);
if (!existsSync(program)) {
  warn(`The server has no tool "${name}".`);
  process.exit(2);
}
const database = await openDatabase();
const code = await new Promise<number>((resolve) => {
  spawn(at('node_modules', '.bin', 'node'), ['--enable-source-maps', program, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(settings.port),
      BASE_PATH: settings.basePath,
      PUBLIC_ORIGIN: settings.publicOrigin,
      DEMO: settings.demo ? '1' : '0',
      DATA_DIR: settings.dataDir,
      DATABASE_URL: database.url,
    },
  }).on('exit', (status) => resolve(status ?? 1));
});
await database.close();
process.exit(code);

/** The database of a running instance is used as it is; otherwise the cluster runs for as long as the tool does. */
async function openDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, close: async () => undefined };
  const data = new DataDir(settings.dataDir);
  const { launcher } = data.record;
  if (launcher && isRunning(launcher)) return { url: clusterUrl(data, 'musubi'), close: async () => undefined };
  await cleanUp(data);
  const cluster = await startCluster(data);
  await ensureDatabase(cluster.url('postgres'), 'musubi');
  return { url: cluster.url('musubi'), close: cluster.stop };
}
