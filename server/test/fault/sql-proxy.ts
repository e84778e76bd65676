import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { MessageReader, type Message } from './sql-messages.ts';

/** A moment in a transaction, known by words of one of its statements. */
export interface Moment {
  /** Words of a statement that tell the transaction from others: `INSERT INTO "meeting_seat"`. */
  having: string;
  /**
   * `statement`: this statement has not reached PostgreSQL. `commit`: everything has but the COMMIT.
   * `committed`: PostgreSQL has committed, and nobody knows.
   */
  at: 'statement' | 'commit' | 'committed';
  /** So many transactions come to this moment and pass before it counts. Default 0. */
  skip?: number;
}

interface Trap {
  moment: Moment;
  skip: number;
  spring: () => void;
}

/**
 * Stands between a server and PostgreSQL and understands as much of what passes as is needed to make a named moment of a
 * transaction the last one: the connection is cut there, or whatever else `spring` does happens first.
 */
export class SqlProxy {
  readonly url: string;
  /** Milliseconds that every answer of PostgreSQL is late. */
  delayMs = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private traps: Trap[] = [];

  private constructor(url: string, server: Server) {
    this.url = url;
    this.server = server;
  }

  /** @param databaseUrl where the real database is */
  static async open(databaseUrl: string): Promise<SqlProxy> {
    const target = new URL(databaseUrl);
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = new SqlProxy(url.href, server);
    server.on('connection', (client) => {
      const upstream = connect({ host: target.hostname, port: Number(target.port || 5432), noDelay: true });
      proxy.join(client, upstream);
    });
    return proxy;
  }

  /** The next transaction that comes to this moment goes no further. Resolves then. */
  cutAt(moment: Moment, also: () => void = () => undefined): Promise<void> {
    return new Promise((resolve) => {
      this.traps.push({
        moment,
        skip: moment.skip ?? 0,
        spring: () => {
          also();
          resolve();
        },
      });
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, upstream: Socket): void {
    const statements = new Map<string, string>();
    let seen: string[] = [];
    let cut = false;
    let waiting: Trap | null = null;
    const end = (): void => {
      cut = true;
      client.destroy();
      upstream.destroy();
    };
    const spring = (trap: Trap): void => {
      cut = true;
      trap.spring();
      end();
    };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.sockets.delete(socket);
        end();
      });
    }

    const asked = new MessageReader('begins without a type');
    client.on('data', (bytes) => {
      for (const message of asked.read(bytes as Buffer)) {
        if (cut) return;
        const text = textOf(message, statements);
        if (text !== null && isBegin(text)) seen = [];
        if (text !== null) seen.push(text);
        const trap = this.traps.find(({ moment: { having, at } }) =>
          at === 'statement' ? text?.includes(having) : text === 'COMMIT' && seen.some((one) => one.includes(having)),
        );
        if (trap && trap.skip-- > 0) {
          upstream.write(message.bytes);
          continue;
        }
        this.traps = this.traps.filter((other) => other !== trap);
        if (trap && trap.moment.at !== 'committed') return spring(trap);
        if (trap) waiting = trap;
        upstream.write(message.bytes);
      }
    });

    const answered = new MessageReader('every one has a type');
    upstream.on('data', (bytes) => {
      for (const message of answered.read(bytes as Buffer)) {
        if (cut) return;
        const done = message.type === 'C' && message.bytes.toString('latin1', 5, 11) === 'COMMIT';
        if (done && waiting) return spring(waiting);
        this.answer(client, message.bytes);
      }
    });
  }

  private answer(client: Socket, bytes: Buffer): void {
    if (this.delayMs === 0) client.write(bytes);
    else setTimeout(() => client.destroyed || client.write(bytes), this.delayMs);
  }
}

const isBegin = (text: string): boolean => /^(START TRANSACTION|BEGIN)/i.test(text);

/** The text of the statement that this message runs; null of other messages. A prepared one is remembered by its name. */
function textOf({ type, bytes }: Message, statements: Map<string, string>): string | null {
  const [first = '', second = ''] =
    type === 'Q' || type === 'P' || type === 'B' ? bytes.toString('utf8', 5).split('\0', 2) : [];
  if (type === 'Q') return first;
  if (type === 'P') statements.set(first, second);
  // Bind names its portal first, then its statement.
  return type === 'B' ? (statements.get(second) ?? '') : null;
}
