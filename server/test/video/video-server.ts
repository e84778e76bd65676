import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const version = '1.11.0';
const key = 'test-key';
const secret = 'a-secret-for-tests-that-is-long-enough-32';

/** A real LiveKit server on ports of its own, for as long as a spec needs it. */
export interface VideoServer {
  stop(): Promise<void>;
}
export interface VideoPlan {
  /** What the application is told. */
  env: Record<string, string>;
  /** Starts the server on the ports that were promised; it tells its webhooks to these addresses. */
  start(webhookUrls: readonly string[]): Promise<VideoServer>;
}

/** Finds ports first, so that the application and the server can be told of each other. */
export async function planVideo(): Promise<VideoPlan> {
  const [port, tcp, udp] = [await freePort(), await freePort(), await freePort()];
  return {
    env: { LIVEKIT_URL: `ws://127.0.0.1:${port}`, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret },
    start: (webhookUrls) => start({ port, tcp, udp }, webhookUrls),
  };
}

async function start(
  { port, tcp, udp }: { port: number; tcp: number; udp: number },
  webhookUrls: readonly string[],
): Promise<VideoServer> {
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      node_ip: '127.0.0.1',
      udp_port: udp,
      tcp_port: tcp,
      use_external_ip: false,
      enable_loopback_candidate: true,
    },
    keys: { [key]: secret },
    ...(webhookUrls.length > 0 ? { webhook: { api_key: key, urls: webhookUrls } } : {}),
    logging: { level: 'error' },
  };
  const server = spawn(program(), ['--config-body', JSON.stringify(config)], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) break;
    if (server.exitCode !== null || tries > 100) {
      server.kill('SIGKILL');
      throw new Error('The video server did not start');
    }
    await sleep(100);
  }
  return {
    async stop() {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** The binary that `npm start` and `npm test` find, build or download. */
function program(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const candidates = [
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'livekit-server')),
    join(cache, 'musubi', `livekit-${version}`, 'livekit-server'),
  ];
  const found = candidates.find((file) => existsSync(file));
  if (!found) throw new Error(`No livekit-server ${version} on the PATH or in ${cache}: \`npm start\` gets it`);
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
