import type { FeedKind, FeedKinds, HintKind, HintKinds, Topic } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import type { Fact } from '../../facts/fact-map.js';
import type { NewJob, SendJob } from '../../jobs/job-options.js';

/** One visible transaction and everything that leaves with it. */
export interface Tx {
  readonly em: EntityManager;
  /** `domain_now()` of this transaction. */
  readonly now: Date;
  /** A numbered row in each person's feed: written last, in sorted order, sent after the commit. */
  tell<K extends FeedKind>(userIds: readonly string[], kind: K, ids: FeedKinds[K]): void;
  /** "Read again" for everybody who watches a board: sent after the commit, not stored. */
  hint<K extends HintKind>(topic: Topic, kind: K, ids: HintKinds[K]): void;
  /** Something happened: subscribers run now, inside this transaction. */
  fact(fact: Fact): Promise<void>;
  /** A job that exists if and only if this transaction commits. */
  job(queue: string, data: object, options?: SendJob): Promise<void>;
  /** As {@link job}, many at once, in this order. */
  jobs(queue: string, jobs: readonly NewJob[]): Promise<void>;
  /**
   * Runs when everything else is written, in the order in which it was given: locks that others wait for while they hold
   * rows are taken then, so that nobody waits in a circle.
   */
  atLast(work: () => Promise<void>): void;
  /** Runs once the commit is certain; its failure is logged and changes nothing. */
  afterCommit(work: () => void | Promise<void>): void;
}

/** A command of a signed-in person, recognised when it arrives again. */
export interface Command {
  /** `by`: who really acts, where somebody acts for this person. */
  readonly actor: { readonly userId: string; readonly by?: string };
  readonly key: string;
  readonly fingerprint: Buffer;
  /** Method and path, for the log of what is done for others. */
  readonly sentAs?: string;
}
