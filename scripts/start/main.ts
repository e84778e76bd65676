// `npm start`: builds what changed, starts what the environment does not bring, and runs the server until it is stopped.
import { build } from '../build/build.ts';
import type { DataDir } from '../instance/data-dir.ts';
import { lastLines, startServer } from '../instance/server-process.ts';
import { StopList } from '../instance/stop-list.ts';
import { startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/databases.ts';
import { say, step, warn } from '../terminal/progress.ts';
import { greet } from './greeting.ts';
import { keepLiveKit } from './keep-livekit.ts';
import { openDataDir } from './open-data-dir.ts';
import { serverEnvironment } from './server-environment.ts';
import { readSettings, type Settings } from './settings.ts';
import { whenAskedToStop } from './signals.ts';

const began = Date.now();
const running = new StopList();
whenAskedToStop(async (why) => {
  if (!running.isStopping) say(`\n▸ Stopping (${why})`);
  await running.stopAll();
  say('  stopped');
});

try {
  await start(readSettings(process.env));
} catch (error) {
  if (running.isStopping) await new Promise(() => undefined); // Asked to stop while starting: that path ends the process.
  warn(error instanceof Error ? error.message : String(error));
  await running.stopAll();
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const data = await openDataDir(settings, running);
  await build();

  const databaseUrl = settings.databaseUrl ?? (await ownDatabase(data));
  const livekit = settings.livekit ?? (await keepLiveKit(settings, data, running));
  const title = 'Starting the server (a first start migrates and fills the database)';
  const server = await step(title, () =>
    startServer(data, {
      port: settings.port,
      basePath: settings.basePath,
      databaseUrl,
      env: serverEnvironment(settings, livekit),
    }),
  );
  running.add(server.stop);
  void server.ended.then(() => end('server', data));
  await greet(settings, { data, began, video: livekit !== null });
}

async function ownDatabase(data: DataDir): Promise<string> {
  const cluster = await step('Starting PostgreSQL', () => startCluster(data));
  running.add(cluster.stop);
  void cluster.ended.then(() => end('postgres', data));
  await ensureDatabase(cluster.url('postgres'), 'musubi');
  return cluster.url('musubi');
}

/** A part without which nothing goes on has ended by itself. */
async function end(part: string, data: DataDir): Promise<void> {
  if (running.isStopping) return;
  warn(`${part} has ended. Its last words (all of them: ${data.logFile(part)}):\n${lastLines(data.logFile(part))}`);
  await running.stopAll();
  process.exit(1);
}
