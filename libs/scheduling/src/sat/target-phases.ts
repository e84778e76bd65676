import type { Literal } from './literal.ts';

/**
 * The longest assignment without a conflict since the last change of pace: while restarts are rare, variables are tried with its values
 * first, which finds models that activity and saved phases alone circle around (A. Biere, K. Fazekas, M. Fleury, M. Heisinger: CaDiCaL at
 * the SAT Competition 2020). Noting costs O(assignment) only when it is longer than any before.
 */
export class TargetPhases {
  private value = new Int8Array(64).fill(-1);
  private size = 0;
  private stable = false;

  /** 0 or 1, or -1 where there is nothing to go by. */
  of(variable: number): number {
    return this.stable ? this.value[variable]! : -1;
  }

  forget(variable: number): void {
    this.value[variable] = -1;
    this.size = 0;
  }

  /** Takes note of the first `size` literals of the trail, which do not contradict each other. */
  note(trail: readonly Literal[], size: number, stable: boolean): void {
    if (stable !== this.stable) {
      this.stable = stable;
      this.size = 0;
      this.value.fill(-1);
    }
    if (!stable || size <= this.size) return;
    this.size = size;
    for (let at = 0; at < size; at++) this.value[trail[at]! >> 1] = 1 - (trail[at]! & 1);
  }

  widen(size: number): void {
    const wider = new Int8Array(size).fill(-1);
    wider.set(this.value);
    this.value = wider;
  }
}
