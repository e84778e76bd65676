import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config/config.js';
import { Notices } from '../database/notices.js';
import { Transactions } from '../database/transactions/transactions.js';
import type { Tx } from '../database/transactions/tx.js';
import { JobStore } from './job-store.js';
import type { QueueOptions } from './job-options.js';

export interface JobContext {
  /** The handler's own transaction; a job may run twice, so what it writes must stand that. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}
type Handler = (data: never, context: JobContext) => Promise<void>;
interface Sweep {
  everySeconds: number;
  ask: () => Promise<unknown>;
  work: (tx: Tx, asked: never) => Promise<number>;
}

const leaveToOthers = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken';
const waitForSweep = 'SELECT true AS taken FROM pg_advisory_xact_lock(hashtextextended($1, 0))';

/** A handler that takes longer at the end is left behind; its job runs again elsewhere. */
const handlersEndWithinMs = 10_000;

/** Effects that leave by jobs, and deadlines that are swept. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly queues = new Map<string, { options: QueueOptions; handler: Handler }>();
  private readonly sweeps = new Map<string, Sweep>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private readonly context: JobContext;

  constructor(
    private readonly config: Config,
    private readonly store: JobStore,
    private readonly transactions: Transactions,
    private readonly notices: Notices,
  ) {
    this.context = { tx: (work) => this.transactions.run(work) };
  }

  /** Names a queue and who works it off. To be called before the application starts (in a constructor or `onModuleInit`). */
  queue<T extends object>(
    name: string,
    options: QueueOptions,
    handler: (data: T, context: JobContext) => Promise<void>,
  ): void {
    if (this.queues.has(name)) throw new Error(`The queue ${name} has two handlers`);
    this.queues.set(name, { options, handler: handler as unknown as Handler });
  }

  /**
   * Work that looks for passed deadlines (by `domain_now()`) and says how many rows it moved; one node at a time does it.
   * @param ask what the work needs to know from another server: asked before the transaction begins, which would otherwise
   * hold its connection and its locks for as long as that server takes to answer
   */
  sweep(name: string, everySeconds: number, work: (tx: Tx) => Promise<number>): void;
  sweep<A>(
    name: string,
    everySeconds: number,
    work: (tx: Tx, asked: A) => Promise<number>,
    ask: () => Promise<A>,
  ): void;
  sweep(
    name: string,
    everySeconds: number,
    work: (tx: Tx, asked: never) => Promise<number>,
    ask: () => Promise<unknown> = async () => undefined,
  ): void {
    if (this.sweeps.has(name)) throw new Error(`The sweep ${name} is defined twice`);
    this.sweeps.set(name, { everySeconds, ask, work });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.store.start(new Map([...this.queues].map(([name, { options }]) => [name, options])));
    if (!this.config.workers) return;
    for (const [name, { options, handler }] of this.queues) {
      await this.store.work(name, options, (job) => handler(job.data as never, this.context));
    }
    for (const [name, sweep] of this.sweeps) {
      this.timers.push(setInterval(() => this.track(this.runSweep(name, sweep)), sweep.everySeconds * 1_000));
    }
    this.notices.on('clock.moved', () => this.track(this.runSweeps()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
    await Promise.race([this.store.rest(), sleep(handlersEndWithinMs, undefined, { ref: false })]);
  }

  /** Last: requests that were still being answered may have sent jobs. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.stop();
  }

  /**
   * Works off everything that is due, here and now; says how many jobs ran. For processes without workers.
   * @param early what is to start later does not wait
   */
  async drain({ early = false } = {}): Promise<number> {
    let handled = 0;
    for (let before = -1; before !== handled;) {
      before = handled;
      for (const [name, { handler }] of this.queues) {
        for (const job of await this.store.boss.fetch<object>(name, { batchSize: 50, ignoreStartAfter: early })) {
          handled++;
          try {
            await handler(job.data as never, this.context);
            await this.store.boss.complete(name, job.id);
          } catch (error) {
            await this.store.boss.fail(name, job.id, { message: String(error) });
            throw error;
          }
        }
      }
    }
    return handled;
  }

  /** Runs every sweep once, after those that are under way: what is due now is done afterwards. Says how many rows moved. */
  async runSweeps(): Promise<number> {
    let moved = 0;
    for (const [name, sweep] of this.sweeps) moved += await this.runSweep(name, sweep, waitForSweep);
    return moved;
  }

  private async runSweep(name: string, sweep: Sweep, lock = leaveToOthers): Promise<number> {
    try {
      const asked = (await sweep.ask()) as never;
      return await this.transactions.run(async (tx) => {
        const [{ taken }] = (await tx.em.query(lock, [`sweep ${name}`])) as [{ taken: boolean }];
        return taken ? sweep.work(tx, asked) : 0;
      });
    } catch (error) {
      this.log.error(`The sweep ${name} failed: ${String(error)}`);
      return 0;
    }
  }

  private track(work: Promise<unknown>): void {
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }
}
