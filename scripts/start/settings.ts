import { resolve } from 'node:path';
import { at } from '../paths.ts';

/** What `npm start` itself reads; the server parses the same environment by its own schema and names a bad value. */
export interface Settings {
  port: number;
  basePath: string;
  publicOrigin: string;
  dataDir: string;
  demo: boolean;
  databaseUrl: string | null;
  livekit: { url: string; apiKey: string; apiSecret: string } | null;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${env['PORT']}`);
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  if (url && !(apiKey && apiSecret)) throw new Error('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET.');
  return {
    port,
    basePath: withSlashes(env['BASE_PATH'] ?? ''),
    publicOrigin: (env['PUBLIC_ORIGIN'] || `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir: env['DATA_DIR'] ? resolve(env['DATA_DIR']) : at('.data', String(port)),
    demo: env['DEMO'] ? env['DEMO'] !== '0' : !env['SMTP_URL'],
    databaseUrl: env['DATABASE_URL'] || null,
    livekit: url && apiKey && apiSecret ? { url, apiKey, apiSecret } : null,
  };
}

const withSlashes = (path: string): string => `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
