/**
 * When to start over: quick restarts while learnt clauses are worse than usual, in turn with long stable stretches by the Luby sequence
 * (Audemard and Simon 2012; Biere and Fröhlich 2015). The stretches grow with the square of their number.
 */
export class Restarts {
  private fast = 0;
  private slow = 0;
  private since = 0;
  private conflicts = 0;
  private stretch = 1;
  private switchAt = 1000;
  private luby = 1;
  stable = false;

  /** Takes note of a conflict whose clause joins so many decision levels. */
  learnt(levels: number): void {
    this.conflicts++;
    this.since++;
    this.fast += (levels - this.fast) / 32;
    this.slow += (levels - this.slow) / 4096;
    if (this.conflicts < this.switchAt) return;
    this.stretch++;
    this.switchAt = this.conflicts + 1000 * this.stretch * this.stretch;
    this.stable = !this.stable;
  }

  /** Whether it is time; counts as done when it is. */
  due(): boolean {
    const due = this.stable
      ? this.since >= 256 * luby(this.luby)
      : this.since >= 30 && this.fast > 1.12 * (this.slow / (1 - (1 - 1 / 4096) ** Math.max(1, this.conflicts)));
    if (!due) return false;
    if (this.stable) this.luby++;
    this.since = 0;
    return true;
  }
}

/** 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair, Zuckerman 1993), from 1. */
export function luby(at: number): number {
  let size = 1;
  while (2 ** size - 1 < at) size++;
  while (2 ** size - 1 !== at) {
    at -= 2 ** (size - 1) - 1;
    size = 1;
    while (2 ** size - 1 < at) size++;
  }
  return 2 ** (size - 1);
}
