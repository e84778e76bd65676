import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ClientToServer, ServerToClient } from '@musubi/contracts';
import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { createApp } from '../src/create-app.js';
import { IdentityModule, Logins } from '../src/modules/identity/index.js';
import { Config, DomainClock, Jobs, PlatformModule, Readiness, Transactions } from '../src/platform/index.js';
import { newDatabase } from './database/databases.js';
import { declaredAnswers } from './answers/declared-answers.js';
import { HttpClient } from './http-client.js';
import { holdToOneConnection } from './database/one-connection.js';

export interface StartOptions {
  /** Environment variables beside those of a demo without workers. */
  env?: Record<string, string>;
  /** Modules of the test, after the application's own. */
  modules?: (Type | DynamicModule)[];
  /** Only platform and identity beside `modules`: for specs of the platform that register what a module registers. */
  alone?: true;
  /** Run on this database instead of a clone of the template; it is left alone at the end. */
  databaseUrl?: string;
}

class AloneModule {}

export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** The whole server on a port of its own with a database of its own. */
export class TestApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly origin: string,
    private readonly end: () => Promise<void>,
  ) {
    this.look = declaredAnswers(app, config.basePath);
  }

  private readonly look: ReturnType<typeof declaredAnswers>;

  get db(): DataSource {
    return this.app.get(DataSource);
  }

  get transactions(): Transactions {
    return this.app.get(Transactions);
  }

  get jobs(): Jobs {
    return this.app.get(Jobs);
  }

  /** HTTP as this person's browser sends it, without a person as a stranger's; every answer is held to its schema. */
  http(person?: { cookie: string } | null): HttpClient {
    return new HttpClient(this.origin, person?.cookie ?? null, this.look);
  }

  /** Signs a person in through the builder, second factor given. */
  async signIn(userId: string): Promise<{ userId: string; cookie: string }> {
    return { userId, cookie: `${this.config.loginCookie}=${await this.app.get(Logins).open(userId)}` };
  }

  /** Sets the domain clock forward. */
  async jumpTo(instant: Date): Promise<void> {
    await this.transactions.run((tx) => this.app.get(DomainClock).jumpTo(tx, instant));
  }

  /** A socket of this person, not yet connected. */
  socket(person: { cookie: string } | null, headers: Record<string, string> = {}): TestSocket {
    return io(this.origin, {
      path: `${this.config.basePath}ws/`,
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: this.origin, ...(person ? { cookie: person.cookie } : {}), ...headers },
    }) as TestSocket;
  }

  async close(): Promise<void> {
    await this.end();
  }
}

export async function startApp({ env = {}, modules = [], alone, databaseUrl }: StartOptions = {}): Promise<TestApp> {
  const database = databaseUrl ? null : await newDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'musubi-data-'));
  const port = await freePort();
  const config = Config.from({
    PORT: String(port),
    DATABASE_URL: databaseUrl ?? database!.url,
    DATABASE_POOL: '10',
    DATA_DIR: dataDir,
    DEMO: '1',
    WORKERS: '0',
    LOG_LEVEL: 'silent',
    // Specs press more buttons than hands.
    RATE_LIMIT_FACTOR: '1000',
    CLIENT_DIR: join(dataDir, 'no-client'),
    ...env,
  });
  const root: DynamicModule = alone
    ? { module: AloneModule, imports: [PlatformModule.with(config), IdentityModule] }
    : AppModule.with(config);
  let app: NestFastifyApplication | undefined;
  const tidy = async () => {
    await app?.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    app = await createApp(config, { ...root, imports: [...(root.imports ?? []), ...modules] });
    await app.listen(port, '127.0.0.1');
    app.get(Readiness).opened();
    const secondConnections = holdToOneConnection(app.get(DataSource));
    const { port: bound } = app.getHttpServer().address() as AddressInfo;
    return new TestApp(app, config, `http://127.0.0.1:${bound}`, async () => {
      await tidy();
      if (secondConnections.length > 0) throw secondConnections[0]!;
    });
  } catch (error) {
    await tidy();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A fresh key for one command. */
export const newKey = (): string => randomUUID();
