/** How a queue treats its jobs. Handlers run at least once and must stand a second run. */
export interface QueueOptions {
  /** Tries after the first; then the job goes to the queue `dead`. Default 5. */
  retries?: number;
  /** Wait before the first retry, in seconds; doubles each time up to an hour. Default 5. */
  retryDelaySeconds?: number;
  /** A handler that takes longer is given up, in seconds. Default 120. */
  expireSeconds?: number;
  /** Handlers at the same time in one process. Default 1. */
  concurrency?: number;
  /** Jobs with the same `key` run strictly one after the other, in order of sending. */
  inOrderPerKey?: true;
}

/** How one job is sent. */
export interface SendJob {
  /** With `inOrderPerKey` the line it queues in. */
  key?: string;
  /** Real time before which it does not start. */
  startAfter?: Date;
}

/** One of many that are sent at once. */
export interface NewJob extends SendJob {
  data: object;
}
