import type { Problem } from '@musubi/scheduling';
import type { Origin } from '../../event/wishes/origin.js';

/** What a run was given, as it is needed with each look at its plan. */
export interface RunInput {
  problem: Problem;
  slotIds: readonly string[];
  position: ReadonlyMap<string, number>;
  origins: ReadonlyMap<string, Origin>;
}

/** Wishes of all inputs that are kept, at most; the one used last may have more. */
const wishesInAll = 40_000;

/**
 * Inputs of the runs that somebody is looking at: while a plan is adjusted, the same thousands of wishes would be read and parsed for each
 * step. What a run was given never changes, so that no other process can make one of these out of date.
 */
export class RecentInputs {
  /** The one used longest ago comes first. */
  private readonly inputs = new Map<string, RunInput>();

  constructor(private readonly atMost = wishesInAll) {}

  get(runId: string): RunInput | undefined {
    const found = this.inputs.get(runId);
    if (found) this.keep(runId, found);
    return found;
  }

  keep(runId: string, input: RunInput): void {
    this.inputs.delete(runId);
    this.inputs.set(runId, input);
    let wishes = 0;
    for (const { problem } of this.inputs.values()) wishes += problem.wishes.length;
    for (const [oldest, { problem }] of this.inputs) {
      if (wishes <= this.atMost || oldest === runId) return;
      this.inputs.delete(oldest);
      wishes -= problem.wishes.length;
    }
  }
}
