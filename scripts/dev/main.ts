// `npm run dev`: an instance that is built again, and restarted, when a source changes. Reload the page to see it.
import type { ChildProcess } from 'node:child_process';
import { build } from '../build/build.ts';
import { StopList } from '../instance/stop-list.ts';
import { serverFile } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/databases.ts';
import { keepLiveKit } from '../start/keep-livekit.ts';
import { openDataDir } from '../start/open-data-dir.ts';
import { serverEnvironment } from '../start/server-environment.ts';
import { readSettings } from '../start/settings.ts';
import { whenAskedToStop } from '../start/signals.ts';
import { say, step, warn } from '../terminal/progress.ts';
import { end, runAlong } from './child.ts';
import { whenChanged } from './when-changed.ts';

const running = new StopList();
whenAskedToStop(async () => running.stopAll());

try {
  const settings = readSettings(process.env);
  const data = await openDataDir(settings, running);
  await build();
  const databaseUrl = settings.databaseUrl ?? (await ownDatabase());
  const livekit = settings.livekit ?? (await keepLiveKit(settings, data, running));

  let server: ChildProcess | null = null;
  let turn = Promise.resolve();
  const restart = (): void => {
    turn = turn.then(async () => {
      if (server) await end(server);
      if (running.isStopping) return;
      server = runAlong('node', ['--enable-source-maps', serverFile('main.js')], {
        ...serverEnvironment(settings, livekit),
        PORT: String(settings.port),
        BASE_PATH: settings.basePath,
        DATA_DIR: data.path,
        DATABASE_URL: databaseUrl,
      });
    });
  };
  restart();
  running.add(async () => {
    await turn;
    if (server) await end(server);
  });

  whenChanged(['server/src', 'server/migrations', 'libs'], 300, () => {
    say('▸ Building the server again');
    build(['server']).then(restart, (error: unknown) => warn(String(error)));
  });
  // The page renderer lies in the client's build; the server takes it in when it starts.
  whenChanged(['client/dist/server'], 1_000, restart);
  const client = runAlong('ng', ['build', '--watch', '--configuration', 'development']);
  running.add(() => end(client));
  say(`\n  ${settings.publicOrigin}${settings.basePath}\n`);

  async function ownDatabase(): Promise<string> {
    const cluster = await step('Starting PostgreSQL', () => startCluster(data));
    running.add(cluster.stop);
    await ensureDatabase(cluster.url('postgres'), 'musubi');
    return cluster.url('musubi');
  }
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  await running.stopAll();
  process.exit(1);
}
