import type { Plan } from '../problem/problem.ts';
import type { Progress } from './progress.ts';

/**
 * A search that can be watched and stopped. Each step is a bounded piece of work (some milliseconds at 2,000 people); whoever holds it
 * decides by their own clock whether to take another one, or to finish.
 */
export interface Run {
  /** Works a little and says how far it is; does nothing once done. */
  step(): Progress;
  readonly progress: Progress;
  readonly done: boolean;
  /** The best plan so far; `null` while there is none. */
  best(): Plan | null;
  /** Ends it where it is, and makes the best plan so far fair to those who have nothing; `progress` is then of this plan. */
  finish(): Plan | null;
}

export interface RunOptions {
  /** Decides between equals. The same problem, seed and iterations give the same plan on every machine. */
  readonly seed?: number;
  /** Steps of work at most; until nothing helps any more when left out. */
  readonly iterations?: number;
}
