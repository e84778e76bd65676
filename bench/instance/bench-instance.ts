import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { DataDir } from '../../scripts/instance/data-dir.ts';
import { cleanUp } from '../../scripts/instance/leftovers.ts';
import { freePort } from '../../scripts/instance/ports.ts';
import { beganAt, isRunning, sleep } from '../../scripts/instance/processes.ts';
import { startServer, type ServerProcess } from '../../scripts/instance/server-process.ts';
import { StopList } from '../../scripts/instance/stop-list.ts';
import { at } from '../../scripts/paths.ts';
import { startCluster, type Cluster } from '../../scripts/postgres/cluster.ts';
import { dropDatabase, ensureDatabase } from '../../scripts/postgres/databases.ts';

/** A database of its own in a cluster of its own, as durable as a real one, and the built server on it. */
export class BenchInstance {
  readonly db: pg.Pool;
  readonly databaseUrl: string;
  readonly port: number;
  private readonly data: DataDir;
  private server: ServerProcess | null = null;
  private cluster: Cluster;

  private constructor(data: DataDir, cluster: Cluster, databaseUrl: string, port: number) {
    this.data = data;
    this.cluster = cluster;
    this.databaseUrl = databaseUrl;
    this.port = port;
    this.db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    // A server that is killed takes its connections with it; what matters is told by the statement that fails.
    this.db.on('error', () => undefined);
  }

  /** Does the work on an instance and takes everything down after it, also when the work fails or is interrupted. */
  static async with(work: (instance: BenchInstance) => Promise<void>): Promise<void> {
    const stops = new StopList();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void stops.stopAll().finally(() => process.exit(130)));
    }
    try {
      await work(await BenchInstance.start(stops));
    } finally {
      await stops.stopAll();
    }
  }

  private static async start(stops: StopList): Promise<BenchInstance> {
    const data = new DataDir(at('.data', 'bench'));
    await cleanUp(data);
    data.record.launcher = { name: 'bench', pid: process.pid, began: beganAt(process.pid) ?? '' };
    data.save();
    stops.add(async () => {
      data.record.launcher = null;
      data.save();
    });
    const cluster = await startCluster(data);
    stops.add(() => instance.cluster.stop());
    const name = `bench_${randomBytes(4).toString('hex')}`;
    await ensureDatabase(cluster.url('postgres'), name);
    stops.add(() => dropDatabase(cluster.url('postgres'), name));
    const instance: BenchInstance = new BenchInstance(data, cluster, cluster.url(name), await freePort('tcp'));
    stops.add(() => instance.db.end());
    stops.add(() => instance.stopServer());
    return instance;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything on: workers, sweeps, mail (captured), sockets. `env` changes that. */
  async startServer(env: NodeJS.ProcessEnv = {}, databaseUrl = this.databaseUrl): Promise<void> {
    this.server = await startServer(this.data, {
      port: this.port,
      basePath: '/',
      databaseUrl,
      env: { DEMO: '0', REHEARSAL: '1', LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '1000', ...env },
    });
  }

  async stopServer(): Promise<void> {
    const { server } = this;
    this.server = null;
    await server?.stop();
  }

  /** `kill -9`: the server has no last word. */
  killServer(): void {
    if (this.server) process.kill(this.server.mark.pid, 'SIGKILL');
  }

  /** `kill -9` of PostgreSQL's first process, and a new start on what lies on the disk. */
  async crashDatabase(): Promise<void> {
    const mark = this.data.record.processes.find(({ name }) => name === 'postgres')!;
    process.kill(mark.pid, 'SIGKILL');
    while (isRunning(mark)) await sleep(20);
    this.data.forget(mark);
    // Its other processes notice and end, too; until then they hold the old memory.
    for (const until = Date.now() + 30_000; ;) {
      try {
        this.cluster = await startCluster(this.data);
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(250);
      }
    }
  }

  /** Processor time that the server has used, in milliseconds; 0 where the system does not tell. */
  serverCpuMs(): number {
    try {
      const stat = readFileSync(`/proc/${this.server!.mark.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) * 10;
    } catch {
      return 0;
    }
  }

  /** Memory that the server holds, in megabytes; null where the system does not tell. */
  serverMegabytes(): number | null {
    try {
      const status = readFileSync(`/proc/${this.server!.mark.pid}/status`, 'utf8');
      return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024);
    } catch {
      return null;
    }
  }
}
