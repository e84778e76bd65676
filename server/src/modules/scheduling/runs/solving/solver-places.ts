import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';

/** Somebody in the line, or at work. */
export interface Place {
  /** False where one has to wait. */
  readonly atOnce: boolean;
  /** Resolves when it is one's turn; to false for whoever gave up before. */
  readonly turn: Promise<boolean>;
  /** Goes out of the line; whoever has a place keeps it. */
  giveUp(): void;
  /** Whether waiting or at work; more than once is no harm. */
  leave(): void;
}

/**
 * How many solvers work at once in this server, whatever their events: one thread is left to the requests. Whoever comes when all
 * places are taken waits, first come, first served.
 */
@Injectable()
export class SolverPlaces {
  atMost = Math.max(1, availableParallelism() - 1);
  private taken = 0;
  private readonly line: (() => void)[] = [];

  ask(): Place {
    if (this.taken < this.atMost) {
      this.taken++;
      return { atOnce: true, turn: Promise.resolve(true), giveUp: () => undefined, leave: once(() => this.next()) };
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    let placed = false;
    const begin = (): void => {
      placed = true;
      resolve(true);
    };
    this.line.push(begin);
    const giveUp = (): void => {
      const at = this.line.indexOf(begin);
      if (at < 0) return;
      this.line.splice(at, 1);
      resolve(false);
    };
    return { atOnce: false, turn: promise, giveUp, leave: once(() => (placed ? this.next() : giveUp())) };
  }

  /** The place goes to who waited longest. */
  private next(): void {
    const begin = this.line.shift();
    if (begin) begin();
    else this.taken--;
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
