import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { keptPort } from '../instance/ports.ts';
import type { DataDir } from '../instance/data-dir.ts';
import { isRunning, launch, sleep, stop } from '../instance/processes.ts';
import { runCommand } from '../terminal/run-command.ts';
import { binaries } from './binaries.ts';
import { isEnterableByOthers } from './enterable.ts';
import { databaseUser, type SystemUser } from './system-user.ts';

export interface Cluster {
  /** Connection string of a database in the cluster. */
  url(database: string): string;
  stop(): Promise<void>;
  /** Resolves when the server ends by itself. */
  ended: Promise<void>;
}

export interface ClusterOptions {
  /** Gives up crash safety for speed: for tests only. */
  volatile?: boolean;
}

/**
 * Starts the embedded PostgreSQL of an instance, making its cluster the first time. LC_CTYPE must know Unicode, or
 * pg_trgm finds no letters in Japanese text; sorting stays bytewise, and queries name the collation they want.
 */
export async function startCluster(data: DataDir, { volatile = false }: ClusterOptions = {}): Promise<Cluster> {
  const user = databaseUser();
  const programs = binaries(user !== null);
  const folder = clusterFolder(data, user);
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(programs.initdb, folder, user, data);

  const port = await keptPort(data, 'database', 'tcp');
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '500',
    // 64,000 locks in all: a published plan holds two for each of its people until it is booked.
    max_locks_per_transaction: '128',
    shared_buffers: '128MB',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(volatile && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const { child, mark } = launch({
    name: 'postgres',
    program: programs.postgres,
    args: ['-D', folder, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    cwd: folder,
    logFile: data.logFile('postgres'),
    owner: user,
  });
  data.remember(mark);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = (database: string): string => clusterUrl(data, database);

  for (const until = Date.now() + 30_000; !(await answers(url('postgres'))); await sleep(60)) {
    if (!isRunning(mark) || Date.now() > until) {
      await stop(mark, 'SIGINT', 15_000);
      data.forget(mark);
      throw new Error(`PostgreSQL did not start; its words are in ${data.logFile('postgres')}`);
    }
  }
  return {
    url,
    ended,
    stop: async () => {
      await stop(mark, 'SIGINT', 15_000);
      data.forget(mark);
    },
  };
}

/** Connection string of a database in the cluster of this folder, which runs. */
export const clusterUrl = (data: DataDir, database: string): string =>
  `postgresql://musubi:${data.record.secrets.database}@127.0.0.1:${data.record.ports['database']}/${database}`;

/** In DATA_DIR; when root, and others cannot enter it, in a folder of the system that they can. */
function clusterFolder(data: DataDir, user: SystemUser | null): string {
  if (!user || isEnterableByOthers(data.path)) return join(data.path, 'postgres');
  if (!data.record.clusterElsewhere) {
    data.record.clusterElsewhere = join('/var/lib/musubi', randomBytes(8).toString('hex'));
    data.save();
  }
  mkdirSync(data.record.clusterElsewhere, { recursive: true, mode: 0o755 });
  return join(data.record.clusterElsewhere, 'postgres');
}

/** Made beside its place and then moved there, so that a killed initdb leaves nothing that looks like a cluster. */
async function makeCluster(initdb: string, folder: string, user: SystemUser | null, data: DataDir): Promise<void> {
  const draft = join(folder, '..', 'postgres.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `musubi-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${data.record.secrets.database}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const flags = [
      ...['--encoding=UTF8', '--lc-collate=C', '--lc-ctype=C.UTF-8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256'],
      ...['--username=musubi', `--pwfile=${passwordFile}`, `--pgdata=${draft}`],
    ];
    const { code, output } = await runCommand(initdb, flags, { cwd: draft, owner: user });
    if (code !== 0) throw new Error(`PostgreSQL's cluster could not be made:\n${output}`);
    renameSync(draft, folder);
  } finally {
    unlinkSync(passwordFile);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
