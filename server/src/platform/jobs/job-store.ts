import { Injectable, Logger } from '@nestjs/common';
import { type IDatabase, PgBoss, type Job } from './pg-boss.js';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config.js';
import type { NewJob, QueueOptions } from './job-options.js';

const deadQueue = 'dead';
const day = 86_400;

/** pg-boss and its tables: sending inside our transactions, fetching outside of them. */
@Injectable()
export class JobStore {
  readonly boss: PgBoss;
  private readonly log = new Logger(JobStore.name);
  private readonly started = Promise.withResolvers<true>();
  private readonly workers = new Map<string, string[]>();

  constructor(config: Config) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      max: config.workers ? 6 : 2,
      application_name: 'musubi jobs',
      supervise: config.workers,
      schedule: false,
      warningSlowQuerySeconds: 30,
    });
    this.boss.on('error', (error) => this.log.error(`Jobs: ${String(error)}`));
    // Awaited only by those who send; without this a failed start would also end the process by an unhandled rejection.
    this.started.promise.catch(() => undefined);
  }

  async start(queues: ReadonlyMap<string, QueueOptions>): Promise<void> {
    try {
      await this.boss.start();
      const known = new Set((await this.boss.getQueues()).map((queue) => queue.name));
      if (!known.has(deadQueue)) await this.boss.createQueue(deadQueue, { retentionSeconds: 90 * day });
      for (const [name, options] of queues) {
        const { policy, ...settings } = settingsOf(options);
        if (known.has(name)) await this.boss.updateQueue(name, settings);
        else await this.boss.createQueue(name, { ...settings, policy });
      }
      this.started.resolve(true);
    } catch (error) {
      this.started.reject(error);
      throw error;
    }
  }

  /** Starts workers; `handle` throws to have the job retried. */
  async work(name: string, options: QueueOptions, handle: (job: Job<object>) => Promise<void>): Promise<void> {
    const ids: string[] = [];
    for (let worker = 0; worker < (options.concurrency ?? 1); worker++) {
      ids.push(
        await this.boss.work<object>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
          if (!job) return;
          await this.run(name, job, handle);
          // Where one job was there may be more: without this each would wait for the next look.
          this.wake(name);
        }),
      );
    }
    this.workers.set(name, ids);
  }

  /** A failure is kept with the job, words and all; the log says only that there was one. */
  private async run(name: string, job: Job<object>, handle: (job: Job<object>) => Promise<void>): Promise<void> {
    try {
      await handle(job);
    } catch (error) {
      this.log.warn(
        { queue: name, jobId: job.id, type: error instanceof Error ? error.constructor.name : typeof error },
        'A job failed',
      );
      throw error;
    }
  }

  /** In this order. */
  async send(em: EntityManager, name: string, jobs: readonly NewJob[]): Promise<void> {
    await this.started.promise;
    const rows = jobs.map(({ data, key, startAfter }) => ({
      data,
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(startAfter === undefined ? {} : { startAfter }),
    }));
    const ids = (await this.boss.insert(name, rows, { db: inTransactionOf(em), returnId: true })) ?? [];
    const lines = ids.filter((_, at) => jobs[at]?.key !== undefined);
    if (lines.length > 0) await keepPlaceInLine(em, name, lines);
  }

  /** Spares this node's workers the wait for their next look; other nodes look every two seconds. */
  wake(name: string): void {
    for (const id of this.workers.get(name) ?? []) this.boss.notifyWorker(id);
  }

  /** Takes no further jobs and lets the running handlers end. Sending goes on until `stop`. */
  async rest(): Promise<void> {
    await Promise.all([...this.workers.keys()].map((name) => this.boss.offWork(name, { wait: true })));
    this.workers.clear();
  }

  /** Closes the connections. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }
}

function settingsOf(options: QueueOptions) {
  return {
    policy: options.inOrderPerKey ? ('key_strict_fifo' as const) : ('standard' as const),
    retryLimit: options.retries ?? 5,
    retryDelay: options.retryDelaySeconds ?? 5,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: options.expireSeconds ?? 120,
    heartbeatSeconds: 30,
    retentionSeconds: 14 * day,
    deleteAfterSeconds: 3 * day,
    deadLetter: deadQueue,
  };
}

/** pg-boss's statements on the connection of a running transaction. */
function inTransactionOf(em: EntityManager): IDatabase {
  return {
    async executeSql(text, values) {
      const runner = em.queryRunner;
      if (!runner?.isTransactionActive) throw new Error('A job is sent inside a transaction only');
      const result = await runner.query(text, values as unknown[], true);
      return { rows: (result.records ?? []) as unknown[] };
    },
  };
}

/**
 * pg-boss orders a line by the start of the sending transaction: two jobs of one transaction, or of two that waited for
 * each other, could change places. Their place is when they were sent.
 */
async function keepPlaceInLine(em: EntityManager, name: string, ids: readonly string[]): Promise<void> {
  await em.query(
    `UPDATE pgboss.job SET created_on = clock_timestamp() + given.place * interval '1 microsecond'
     FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, place) WHERE job.name = $1 AND job.id = given.id`,
    [name, ids],
  );
}
