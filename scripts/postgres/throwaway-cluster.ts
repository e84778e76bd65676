import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDir } from '../instance/data-dir.ts';
import { cleanUp } from '../instance/leftovers.ts';
import { beganAt, isRunning } from '../instance/processes.ts';
import { startCluster, type Cluster } from './cluster.ts';

const prefix = 'musubi-throwaway-';

/** A cluster in a temporary folder, for as long as this process lives; what killed processes left is cleared up first. */
export async function startThrowawayCluster(): Promise<Pick<Cluster, 'url' | 'stop'>> {
  await clearUp();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  const data = new DataDir(folder);
  data.record.launcher = { name: 'tests', pid: process.pid, began: beganAt(process.pid) ?? '' };
  data.save();
  const cluster = await startCluster(data, { volatile: true });
  const killNow = (): void =>
    data.record.processes.filter(isRunning).forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
  process.once('exit', killNow);
  return {
    url: cluster.url,
    stop: async () => {
      process.off('exit', killNow);
      await cluster.stop();
      remove(data);
    },
  };
}

async function clearUp(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, 'instance.json'))) continue;
    try {
      const data = new DataDir(folder);
      const { launcher } = data.record;
      if (!launcher || isRunning(launcher)) continue;
      await cleanUp(data);
      remove(data);
    } catch {
      // Another user's, or another run is clearing it up.
    }
  }
}

function remove(data: DataDir): void {
  rmSync(data.path, { recursive: true, force: true });
  if (data.record.clusterElsewhere) rmSync(data.record.clusterElsewhere, { recursive: true, force: true });
}
