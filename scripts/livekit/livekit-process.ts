import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataDir } from '../instance/data-dir.ts';
import { keptPort } from '../instance/ports.ts';
import { isRunning, launch, sleep, stop } from '../instance/processes.ts';

export interface LiveKitProcess {
  url: string;
  apiKey: string;
  apiSecret: string;
  stop(): Promise<void>;
  /** Resolves when the server ends by itself. */
  ended: Promise<void>;
}

/** Starts a LiveKit server that keeps to the loopback device and tells its webhooks to `webhookUrls`. */
export async function startLiveKit(program: string, data: DataDir, webhookUrls: string[]): Promise<LiveKitProcess> {
  const { livekitKey: apiKey, livekitSecret: apiSecret } = data.record.secrets;
  const port = await keptPort(data, 'livekit', 'tcp');
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      node_ip: '127.0.0.1',
      udp_port: await keptPort(data, 'livekit-media-udp', 'udp'),
      tcp_port: await keptPort(data, 'livekit-media-tcp', 'tcp'),
      use_external_ip: false,
      enable_loopback_candidate: true,
    },
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: webhookUrls },
    logging: { level: 'warn' },
  };
  const file = join(data.path, 'livekit.yaml');
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 }); // JSON is YAML.
  const { child, mark } = launch({
    name: 'livekit',
    program,
    args: ['--config', file],
    env: { PATH: process.env['PATH'] },
    cwd: data.path,
    logFile: data.logFile('livekit'),
    owner: null,
  });
  data.remember(mark);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (const until = Date.now() + 20_000; !(await answers(port)); await sleep(80)) {
    if (!isRunning(mark) || Date.now() > until) {
      throw new Error(`LiveKit did not start; its words are in ${data.logFile('livekit')}`);
    }
  }
  return {
    url: `ws://127.0.0.1:${port}`,
    apiKey,
    apiSecret,
    ended,
    stop: async () => {
      await stop(mark, 'SIGTERM', 5_000);
      data.forget(mark);
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
