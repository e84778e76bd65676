// `npm run dev`: an instance that is built again, and restarted, when a source changes.
import { spawn, type ChildProcess } from 'node:child_process';
import { build } from '../build/build.ts';
import { StopList } from '../instance/stop-list.ts';
import { at, root, toolEnvironment } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/databases.ts';
import { keepLiveKit } from '../start/keep-livekit.ts';
import { openDataDir } from '../start/open-data-dir.ts';
import { serverEnvironment } from '../start/server-environment.ts';
import { readSettings } from '../start/settings.ts';
import { whenAskedToStop } from '../start/signals.ts';
import { say, step, warn } from '../terminal/progress.ts';

const running = new StopList();
whenAskedToStop(async () => running.stopAll());

try {
  const settings = readSettings(process.env);
  const data = await openDataDir(settings, running);
  await build();
  const databaseUrl = settings.databaseUrl ?? (await ownDatabase());
  const livekit = settings.livekit ?? (await keepLiveKit(settings, data, running));
  watch('nest', ['build', '--watch']);
  watch('ng', ['build', '--watch', '--configuration', 'development']);
  watch(
    'node',
    ['--watch', '--watch-preserve-output', '--enable-source-maps', at('server', 'dist', 'src', 'main.js')],
    {
      ...serverEnvironment(settings, livekit),
      PORT: String(settings.port),
      BASE_PATH: settings.basePath,
      DATA_DIR: data.path,
      DATABASE_URL: databaseUrl,
    },
  );
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

function watch(program: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
  const child = spawn(at('node_modules', '.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: toolEnvironment(env),
  });
  running.add(() => ended(child));
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
