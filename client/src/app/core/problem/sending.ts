import { computed, inject, signal } from '@angular/core';
import { asRefusal, type Refusal } from './problem';
import { ProblemWords } from './problem-words';

/** A form's command: one at a time, and why the last one was refused. */
export class Sending {
  private readonly problems: Pick<ProblemWords, 'of' | 'refused'>;
  private readonly under = signal(false);
  private readonly refusal = signal<Refusal | null>(null);

  readonly busy = this.under.asReadonly();
  readonly failed = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });
  readonly failureWords = computed(() => this.problems.refused());

  constructor(problems: Pick<ProblemWords, 'of' | 'refused'>) {
    this.problems = problems;
  }

  /** Nothing while another is under way. Never rejects: see `failed`. */
  async run(command: () => Promise<void>): Promise<void> {
    if (this.under()) return;
    this.under.set(true);
    this.refusal.set(null);
    try {
      await command();
    } catch (error) {
      this.refusal.set(asRefusal(error));
    } finally {
      this.under.set(false);
    }
  }
}

/** For a form's component. */
export function sending(): Sending {
  return new Sending(inject(ProblemWords));
}
