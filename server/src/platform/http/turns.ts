import { DomainError } from './problems/domain-error.js';

/** Work that goes on a few at a time; the rest waits in its order, and beyond `waitingAtMost` is sent away. */
export class Turns {
  private underway = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waitingAtMost = Number.POSITIVE_INFINITY,
  ) {}

  /** @throws DomainError `unavailable` when too many wait */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.underway < this.atOnce) this.underway++;
    else if (this.waiting.length < this.waitingAtMost) await new Promise<void>((go) => this.waiting.push(go));
    else throw new DomainError('unavailable');
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underway--;
    }
  }
}
