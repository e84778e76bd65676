import type { Plan, Problem, Progress, Violation } from '@musubi/scheduling';

/** What a solver thread is given. */
export interface SolverTask {
  problem: Problem;
  /** The plan to mend; null where the problem is planned anew. */
  previous: Plan | null;
  seed: number;
  iterations: number | null;
  /** So many steps of looking on, in place of a time. */
  steps: number | null;
  seconds: number;
  /** One word of shared memory: 1 asks for the best plan so far. */
  stop: Int32Array<SharedArrayBuffer>;
}

/** What it says while it works, and at last. */
export type SolverMessage =
  | { kind: 'progress'; progress: Progress; ms: number }
  | {
      kind: 'ended';
      progress: Progress;
      ms: number;
      plan: Plan | null;
      /** Rules that the plan breaks: it is thrown away unless there are none. */
      violations: readonly Violation[];
      stopped: boolean;
    };
