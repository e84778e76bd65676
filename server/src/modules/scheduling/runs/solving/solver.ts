import { Worker } from 'node:worker_threads';
import type { SolverMessage, SolverTask } from './solver-messages.js';

/** Beside this file, in the same form: TypeScript in tests, JavaScript in a build. */
const threadFile = new URL(`./solver-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

export type SolverEnd = Extract<SolverMessage, { kind: 'ended' }>;

/** A run of the scheduler at work in its own thread. */
export class Solver {
  private readonly flag = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;
  /** @throws what the thread threw, or that it ended without a word */
  readonly ended: Promise<SolverEnd>;

  constructor(
    task: Omit<SolverTask, 'stop'>,
    onProgress: (message: Extract<SolverMessage, { kind: 'progress' }>) => void,
  ) {
    const workerData: SolverTask = { ...task, stop: this.flag };
    this.worker = new Worker(threadFile, { workerData });
    this.ended = new Promise((resolve, reject) => {
      this.worker.on('message', (message: SolverMessage) =>
        message.kind === 'ended' ? resolve(message) : onProgress(message),
      );
      this.worker.on('error', reject);
      this.worker.on('exit', (code) => reject(new Error(`The solver's thread ended with ${code}`)));
    });
    // Whoever waits for it looks at it; until then its failure is not an unhandled one.
    this.ended.catch(() => undefined);
  }

  /** Asks for the best plan so far; it comes within a step. */
  stop(): void {
    Atomics.store(this.flag, 0, 1);
  }

  /** Lets go of the thread, whatever it does. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
