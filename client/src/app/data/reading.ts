import { computed, signal, untracked } from '@angular/core';
import { asRefusal, type Refusal } from '../core/problem/problem';

/**
 * Something read from the API that stays on the screen while it is read again. Only the newest answer counts; readings
 * asked for while one is under way become one more after it.
 */
export class Reading<T> {
  private readonly read: () => Promise<T>;
  private readonly current = signal<T | null>(null);
  private readonly failure = signal<Refusal | null>(null);
  private readonly busy = signal(false);
  private generation = 0;
  private flight: Promise<void> | null = null;
  private again = false;

  /** The last answer, also while it is read anew; null before the first. */
  readonly value = this.current.asReadonly();
  /** Why the last reading failed; the value before it is kept. */
  readonly refusal = this.failure.asReadonly();
  readonly reading = this.busy.asReadonly();
  /** Nothing to show yet, and no reason why not. */
  readonly loading = computed(() => this.current() === null && this.failure() === null);
  /** Nothing to show, and why. */
  readonly failed = computed(() => (this.current() === null ? this.failure() : null));

  constructor(read: () => Promise<T>) {
    this.read = read;
  }

  /** Reads now, or once more after the reading under way. Never rejects: see `refusal`. */
  refresh(): Promise<void> {
    if (this.flight) {
      this.again = true;
      return this.flight;
    }
    const flight = this.run().finally(() => {
      // What was dropped by a reset says nothing of the reading that came after it.
      if (this.flight === flight) this.flight = null;
    });
    return (this.flight = flight);
  }

  /** Reads only where nothing was read yet, or the last reading failed. */
  ensure(): Promise<void> {
    if (this.flight) return this.flight;
    const read = untracked(() => this.current() !== null && this.failure() === null);
    return read ? Promise.resolve() : this.refresh();
  }

  /** Forgets everything; an answer still under way is dropped. */
  reset(): void {
    this.generation += 1;
    this.flight = null;
    this.again = false;
    this.current.set(null);
    this.failure.set(null);
    this.busy.set(false);
  }

  /** What the reader did is shown before the server has answered. Nothing to change before the first answer. */
  change(to: (value: T) => T): void {
    this.current.update((value) => (value === null ? value : to(value)));
  }

  private async run(): Promise<void> {
    const generation = this.generation;
    this.busy.set(true);
    do {
      this.again = false;
      try {
        const value = await this.read();
        if (generation !== this.generation) return;
        if (!this.again) {
          this.current.set(value);
          this.failure.set(null);
        }
      } catch (error) {
        if (generation !== this.generation) return;
        if (!this.again) this.failure.set(asRefusal(error));
      }
    } while (this.again);
    this.busy.set(false);
  }
}
