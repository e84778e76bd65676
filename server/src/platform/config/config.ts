import { join } from 'node:path';
import { z } from 'zod';
import { serverFolder } from './places.js';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const isLoopback = (host: string) => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host);

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).optional(),
    PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    BASE_PATH: z
      .string()
      .regex(/^\/([A-Za-z0-9._~-]+\/)*$/, 'starts and ends with a slash')
      .default('/'),
    TRUST_PROXY: flag,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
    DATABASE_WAIT_SECONDS: z.coerce.number().min(0.1).max(60).default(15),
    DATA_DIR: z.string().min(1).optional(),
    FILES_DIR: z.string().min(1).optional(),
    CLIENT_DIR: z.string().min(1).optional(),
    INSTANCE_KEY: z
      .base64()
      .refine((key) => Buffer.from(key, 'base64').length === 32, 'is 32 bytes in base64')
      .optional(),
    DEMO: flag,
    REHEARSAL: flag,
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().default('musubi@localhost.localdomain'),
    LIVEKIT_URL: z.url({ protocol: /^wss?$/ }).optional(),
    LIVEKIT_API_KEY: z.string().min(1).optional(),
    LIVEKIT_API_SECRET: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    WORKERS: z
      .enum(['0', '1'])
      .default('1')
      .transform((value) => value === '1'),
    RATE_LIMIT_FACTOR: z.coerce.number().int().min(1).default(1),
    SHUTDOWN_DELAY_SECONDS: z.coerce.number().min(0).max(15).default(0),
  })
  .superRefine((env, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const origin = env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN) : null;
    if (origin?.protocol === 'http:' && !isLoopback(origin.hostname))
      refuse('PUBLIC_ORIGIN', 'needs https unless it is this machine');
    if (origin && origin.href !== `${origin.origin}/`)
      refuse('PUBLIC_ORIGIN', 'is an origin without a path; the path goes to BASE_PATH');
    if (env.DEMO && env.HOST && !isLoopback(env.HOST)) refuse('HOST', 'the demo binds to this machine only');
    if (env.DEMO && env.SMTP_URL) refuse('SMTP_URL', 'the demo never sends real mail');
    if (!env.DEMO && !env.REHEARSAL && !env.SMTP_URL) refuse('SMTP_URL', 'is needed outside the demo');
    if (env.LIVEKIT_URL && !(env.LIVEKIT_API_KEY && env.LIVEKIT_API_SECRET))
      refuse('LIVEKIT_API_SECRET', 'is needed with LIVEKIT_URL');
  });

/** What an instance is told from outside, parsed once at boot. A bad value names itself and stops the start. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Origin that people type, without a path and without a slash at the end. */
  readonly publicOrigin: string;
  /** Path prefix of everything this server answers; starts and ends with a slash. */
  readonly basePath: string;
  /** Origins a browser may send commands and open sockets from. */
  readonly origins: readonly string[];
  readonly https: boolean;
  readonly trustProxy: boolean;
  readonly databaseUrl: string;
  readonly databasePool: number;
  /** How long somebody waits for a connection before they are told to come back. */
  readonly databaseWaitSeconds: number;
  readonly dataDir: string;
  /** Where the bytes of people's files lie; the same folder on every node. */
  readonly filesDir: string;
  /** Where the built client lies; where there is none, only the API is served. */
  readonly clientDir: string;
  /** 32 bytes in base64; without it the key lives in a file of `dataDir`. */
  readonly instanceKey: string | undefined;
  readonly demo: boolean;
  readonly rehearsal: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly livekit: { url: string; apiKey: string; apiSecret: string } | undefined;
  readonly logLevel: string;
  /** Whether this process also works off jobs and sweeps. */
  readonly workers: boolean;
  /** Everyday limits times this: for load that one machine makes in the names of many people. */
  readonly rateLimitFactor: number;
  readonly shutdownDelaySeconds: number;

  private constructor(env: z.infer<typeof Environment>) {
    this.port = env.PORT;
    this.host = env.HOST ?? (env.DEMO ? '127.0.0.1' : '0.0.0.0');
    this.publicOrigin = (env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
    this.https = this.publicOrigin.startsWith('https:');
    this.origins = this.https
      ? [this.publicOrigin]
      : [...new Set([this.publicOrigin, `http://localhost:${env.PORT}`, `http://127.0.0.1:${env.PORT}`])];
    this.basePath = env.BASE_PATH;
    this.trustProxy = env.TRUST_PROXY;
    this.databaseUrl = env.DATABASE_URL;
    this.databasePool = env.DATABASE_POOL;
    this.databaseWaitSeconds = env.DATABASE_WAIT_SECONDS;
    this.dataDir = env.DATA_DIR ?? join('.data', String(env.PORT));
    this.filesDir = env.FILES_DIR ?? join(this.dataDir, 'files');
    this.clientDir = env.CLIENT_DIR ?? join(serverFolder, '../client/dist');
    this.instanceKey = env.INSTANCE_KEY;
    this.demo = env.DEMO;
    this.rehearsal = env.REHEARSAL;
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.livekit =
      env.LIVEKIT_URL && env.LIVEKIT_API_KEY && env.LIVEKIT_API_SECRET
        ? { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET }
        : undefined;
    this.logLevel = env.LOG_LEVEL;
    this.workers = env.WORKERS;
    this.rateLimitFactor = env.RATE_LIMIT_FACTOR;
    this.shutdownDelaySeconds = env.SHUTDOWN_DELAY_SECONDS;
  }

  /**
   * Reads the environment.
   * @throws Error that names every bad variable
   */
  static from(environment: Record<string, string | undefined>): Config {
    const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
    const parsed = Environment.safeParse(given);
    if (parsed.success) return new Config(parsed.data);
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Configuration is not usable:\n${lines.join('\n')}`);
  }

  /** Cookie that carries the login reference; its prefix lets browsers hold us to Secure and the path. */
  get loginCookie(): string {
    return this.cookieName('sid');
  }

  /** Name of a cookie of this instance, so that several of them share a machine. */
  cookieName(word: string): string {
    if (!this.https) return `${word}-${this.port}`;
    return this.basePath === '/' ? `__Host-${word}` : `__Secure-${word}`;
  }

  /** Absolute address of a path of this instance: `link('app/home')`. */
  link(path: string): string {
    return `${this.publicOrigin}${this.basePath}${path.replace(/^\//, '')}`;
  }
}
