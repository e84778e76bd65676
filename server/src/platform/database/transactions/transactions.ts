import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { FeedKind, FeedKinds, Hint, HintKind, HintKinds, Topic } from '@musubi/contracts';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Audit } from '../../audit/audit.js';
import type { Fact } from '../../facts/fact-map.js';
import { Facts } from '../../facts/facts.js';
import { DomainError } from '../../http/problems/domain-error.js';
import { JobStore } from '../../jobs/job-store.js';
import type { NewJob, SendJob } from '../../jobs/job-options.js';
import { appendToFeeds, type FeedNote } from '../../realtime/feed-rows.js';
import { Publisher } from '../../realtime/publisher.js';
import { claimKey, keepAnswer } from './idempotency.js';
import { isOutdatedPlan } from '../sparing-client.js';
import type { Command, Tx } from './tx.js';

const attempts = 4;
const lostRaces = new Set(['40001', '40P01']);

/** Where every change happens: one visible transaction, then the world is told. */
@Injectable()
export class Transactions {
  private readonly log = new Logger(Transactions.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: Facts,
    private readonly jobs: JobStore,
    private readonly publisher: Publisher,
    private readonly audit: Audit,
  ) {}

  /**
   * A command with one effect and one answer, however often it arrives. The answer is kept with the change, as JSON.
   * @throws DomainError `idempotency.key_reused` when the key came before with another body
   */
  async command<T>(command: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRetries(async (em) => {
      const claim = await claimKey(em, command);
      if ('answer' in claim) return { answer: claim.answer as T };
      const tx = this.open(em, claim.now);
      const answer = await work(tx);
      await tx.finish();
      await this.recordDeputy(tx, command);
      return { answer, tx, last: heldBack(Promise.all([tx.close(), keepAnswer(em, command, answer)])) };
    });
  }

  /** A change without a person's key: jobs, sweeps, webhooks, sign-in. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRetries(async (em) => {
      const [row] = (await em.query('SELECT domain_now() AS now')) as { now: Date }[];
      const tx = this.open(em, row!.now);
      const answer = await work(tx);
      await tx.finish();
      return { answer, tx, last: heldBack(tx.close()) };
    });
  }

  /** Plain reads, outside a transaction. */
  async read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return work(this.dataSource.manager);
  }

  /** What is done for somebody else is recorded with both, whatever it is. */
  private async recordDeputy(tx: Tx, { actor, sentAs = '' }: Command): Promise<void> {
    if (!actor.by) return;
    const on = { kind: 'command', id: sentAs };
    await this.audit.record(tx, { by: actor.by, onBehalfOf: actor.userId, did: 'deputy.acted', on });
  }

  private open(em: EntityManager, now: Date): OpenTx {
    return new OpenTx(em, now, this.facts, this.jobs);
  }

  private async withRetries<T>(once: (em: EntityManager) => Promise<Outcome<T>>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { answer, tx, last } = await this.dataSource.transaction(once);
        await last;
        if (tx) this.publish(tx);
        return answer;
      } catch (error) {
        if (attempt >= attempts || !isLostRace(error)) throw error;
        await sleep(5 * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  private publish(tx: OpenTx): void {
    this.publisher.feed(tx.appended);
    for (const hint of tx.hints()) this.publisher.hint(hint);
    for (const work of tx.after) void this.afterCommit(work);
  }

  private async afterCommit(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error(`After a commit: ${String(error)}`);
    }
  }
}

interface Outcome<T> {
  answer: T;
  /** Missing where nothing was done: the answer is the one of before. */
  tx?: OpenTx;
  /**
   * The transaction's last statements, sent in one packet with the COMMIT. Where one of them fails, PostgreSQL rolls the
   * transaction back at that COMMIT without a word: the failure is told here.
   */
  last?: Promise<unknown>;
}

/** Looked at after the COMMIT; until then its failure is not an unhandled one. */
function heldBack<T>(last: Promise<T>): Promise<T> {
  last.catch(() => undefined);
  return last;
}

class OpenTx implements Tx {
  /** Said once, however often a transaction has reason to. */
  private readonly hinted = new Map<string, Hint>();
  readonly after: (() => void | Promise<void>)[] = [];
  appended: Awaited<ReturnType<typeof appendToFeeds>> = [];
  private readonly lastWorks: (() => Promise<void>)[] = [];
  private readonly notes: FeedNote[] = [];
  private closed = false;

  constructor(
    readonly em: EntityManager,
    readonly now: Date,
    private readonly facts: Facts,
    private readonly store: JobStore,
  ) {}

  tell<K extends FeedKind>(userIds: readonly string[], kind: K, ids: FeedKinds[K]): void {
    if (this.closed) throw new Error('The transaction has already told its feeds');
    for (const userId of new Set(userIds)) this.notes.push({ userId, kind, ids });
  }

  hint<K extends HintKind>(topic: Topic, kind: K, ids: HintKinds[K]): void {
    const hint = { topic, kind, ids };
    this.hinted.set(JSON.stringify(hint), hint as unknown as Hint);
  }

  hints(): Iterable<Hint> {
    return this.hinted.values();
  }

  async fact(fact: Fact): Promise<void> {
    await this.facts.tell(fact, this);
  }

  async job(queue: string, data: object, options: SendJob = {}): Promise<void> {
    await this.jobs(queue, [{ data, ...options }]);
  }

  async jobs(queue: string, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.store.send(this.em, queue, jobs);
    this.afterCommit(() => this.store.wake(queue));
  }

  afterCommit(work: () => void | Promise<void>): void {
    this.after.push(work);
  }

  atLast(work: () => Promise<void>): void {
    this.lastWorks.push(work);
  }

  async finish(): Promise<void> {
    for (const work of this.lastWorks) await work();
  }

  /** Raises the feed counters, last of all, so that their locks are held for the shortest time. */
  async close(): Promise<void> {
    this.closed = true;
    this.appended = await appendToFeeds(this.em, this.notes, this.now);
  }
}

function isLostRace(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return lostRaces.has(String((cause as { code?: unknown } | null)?.code)) || isOutdatedPlan(cause);
}
