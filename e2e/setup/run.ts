import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../scripts/paths.ts';

/** Where the end-to-end tests keep their cluster, LiveKit and servers. */
export const e2eFolder = at('.data', 'e2e');

/** Bytes of the files that the template refers to; the workers' servers, whose databases are copies of it, share them. */
export const filesFolder = join(e2eFolder, 'files');

/** What the run's setup tells its workers. */
export interface Run {
  /** Connection string of the cluster with `DATABASE` in the place of the database's name. */
  databaseUrl: string;
  template: string;
  /** 32 bytes in base64, the same for all servers: they share what the template holds encrypted. */
  instanceKey: string;
  /** One for each worker that may run at a time; LiveKit knows them for its webhooks. */
  ports: number[];
  livekit: { url: string; apiKey: string; apiSecret: string } | null;
  /** Why there is no LiveKit. */
  withoutVideo: string | null;
}

const file = join(e2eFolder, 'run.json');

export function tellWorkers(run: Run): void {
  mkdirSync(e2eFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(run), { mode: 0o600 });
}

export const readRun = (): Run => JSON.parse(readFileSync(file, 'utf8')) as Run;

export const databaseUrl = (run: Run, database: string): string => run.databaseUrl.replace('DATABASE', database);

export const livekitEnvironment = ({ livekit }: Run): NodeJS.ProcessEnv =>
  livekit
    ? { LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: livekit.apiKey, LIVEKIT_API_SECRET: livekit.apiSecret }
    : { LIVEKIT_URL: '', LIVEKIT_API_KEY: '', LIVEKIT_API_SECRET: '' };
