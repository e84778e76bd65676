import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const main = join(import.meta.dirname, '../../dist/src/main.js');

/** The built server as a process of its own, to be killed without a word and started again on the same data. */
export class KillableServer {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly databaseUrl: string,
    private readonly dataDir: string,
    private readonly port: number,
  ) {}

  /** @throws Error where the server is not built */
  static async on(databaseUrl: string): Promise<KillableServer> {
    if (!existsSync(main)) throw new Error('The server is not built: npm run build');
    return new KillableServer(databaseUrl, await mkdtemp(join(tmpdir(), 'musubi-killed-')), await freePort());
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The name of its login cookie. */
  get cookie(): string {
    return `sid-${this.port}`;
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DEMO: '0',
      REHEARSAL: '1',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '1000',
    };
    const own = { PORT: String(this.port), DATABASE_URL: this.databaseUrl, DATA_DIR: this.dataDir };
    this.child = spawn(process.execPath, [main], { env: { ...env, ...own }, stdio: 'ignore' });
    for (const until = Date.now() + 60_000; Date.now() < until; await sleep(50)) {
      if (this.child.exitCode !== null) throw new Error('The server ended while it started');
      if (await this.isReady()) return;
    }
    throw new Error('The server did not become ready');
  }

  /** `kill -9`: nothing of it runs any more when this returns or soon after. */
  killNow(): void {
    this.child?.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.killNow();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    return fetch(`${this.origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
