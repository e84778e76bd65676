import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataDir } from '../../scripts/instance/data-dir.ts';
import { cleanUp } from '../../scripts/instance/leftovers.ts';
import { keptPort } from '../../scripts/instance/ports.ts';
import { beganAt } from '../../scripts/instance/processes.ts';
import { findLiveKit } from '../../scripts/livekit/find.ts';
import { startLiveKit, type LiveKitProcess } from '../../scripts/livekit/livekit-process.ts';
import { startCluster } from '../../scripts/postgres/cluster.ts';
import { stopList } from './running.ts';
import { e2eFolder, tellWorkers, type Run } from './run.ts';
import { seededTemplate } from './template.ts';

/** One cluster and one LiveKit for the run, and a database filled as the demo that every worker clones. */
export default async function start(): Promise<void> {
  const data = new DataDir(e2eFolder);
  await cleanUp(data);
  data.record.launcher = { name: 'end-to-end tests', pid: process.pid, began: beganAt(process.pid) ?? '' };
  data.save();
  stopList.add(async () => {
    data.record.launcher = null;
    data.save();
  });

  const cluster = await startCluster(data, { volatile: true });
  stopList.add(cluster.stop);
  const ports = [await keptPort(data, 'server-0', 'tcp'), await keptPort(data, 'server-1', 'tcp')];
  const livekit = await tryLiveKit(data, ports);
  const run: Run = {
    databaseUrl: cluster.url('DATABASE'),
    template: '',
    instanceKey: keptKey(),
    ports,
    livekit: livekit.server && {
      url: livekit.server.url,
      apiKey: livekit.server.apiKey,
      apiSecret: livekit.server.apiSecret,
    },
    withoutVideo: livekit.reason,
  };
  run.template = await seededTemplate(run);
  tellWorkers(run);
}

async function tryLiveKit(
  data: DataDir,
  ports: number[],
): Promise<{ server: LiveKitProcess | null; reason: string | null }> {
  try {
    const program = await findLiveKit();
    if (!program) return { server: null, reason: 'no LiveKit server was found, and none could be built or fetched' };
    const webhooks = ports.map((port) => `http://127.0.0.1:${port}/api/livekit/webhook`);
    const server = await startLiveKit(program, data, webhooks);
    stopList.add(server.stop);
    return { server, reason: null };
  } catch (error) {
    return { server: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Kept as long as the template is. */
function keptKey(): string {
  const file = join(e2eFolder, 'instance-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
