import { readFileSync } from 'node:fs';
import { at } from '../paths.ts';
import type { DataDir } from './data-dir.ts';
import { isRunning, launch, sleep, stop, type ProcessMark } from './processes.ts';

export interface ServerProcess {
  /** Where it listens, with the path prefix and a slash at the end. */
  address: string;
  mark: ProcessMark;
  /** Drains and ends. */
  stop(): Promise<void>;
  /** Resolves when the server ends by itself. */
  ended: Promise<void>;
}

export interface ServerOptions {
  port: number;
  basePath: string;
  databaseUrl: string;
  /** Further environment variables of the server. */
  env: NodeJS.ProcessEnv;
}

/** Starts the built server and waits until it answers as ready: migrated, filled, listening. */
export async function startServer(
  data: DataDir,
  { port, basePath, databaseUrl, env }: ServerOptions,
): Promise<ServerProcess> {
  const logFile = data.logFile('server');
  const { child, mark } = launch({
    name: 'server',
    program: at('node_modules', '.bin', 'node'),
    args: ['--enable-source-maps', at('server', 'dist', 'src', 'main.js')],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: data.path,
      ...env,
      PORT: String(port),
      BASE_PATH: basePath,
      DATABASE_URL: databaseUrl,
    },
    cwd: at('.'),
    logFile,
    owner: null,
  });
  data.remember(mark);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}${basePath}`;
  for (const until = Date.now() + 300_000; !(await isReady(address)); await sleep(100)) {
    if (isRunning(mark) && Date.now() < until) continue;
    await stop(mark, 'SIGTERM', 5_000);
    data.forget(mark);
    throw new Error(`The server did not start. Its last words (all of them: ${logFile}):\n${lastLines(logFile)}`);
  }
  return {
    address,
    mark,
    ended,
    stop: async () => {
      await stop(mark, 'SIGTERM', 28_000);
      data.forget(mark);
    },
  };
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** The end of a log: of pino's JSON lines only what a reader wants, and no empty fields of printed errors. */
export function lastLines(file: string, count = 30): string {
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  const lines = all.filter((line) => !/^\s*\w+: undefined,?$/.test(line)).slice(-count);
  return lines.map((line) => `  ${readable(line)}`).join('\n');
}

function readable(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { stack?: string } };
    return [msg, err?.stack].filter(Boolean).join('\n  ');
  } catch {
    return line;
  }
}
