import { computed, signal } from '@angular/core';
import type { SearchAnswer } from '@musubi/contracts';

/** Milliseconds without a key after which is asked. */
export const SEARCH_PAUSE = 160;

/** A line to search with: asks when the typing rests, and only the newest answer counts. */
export class SearchLine {
  private readonly ask: (words: string) => Promise<SearchAnswer>;
  private readonly words = signal('');
  private readonly found = signal<{ words: string; answer: SearchAnswer | null } | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly typed = this.words.asReadonly();
  /** The answer to something typed before stays while the next is asked for; null where nothing is typed. */
  readonly answer = computed(() => this.found()?.answer ?? null);
  /** The answer belongs to what stands in the line. */
  readonly settled = computed(() => this.found()?.words === this.words().trim());
  readonly failed = computed(() => this.settled() && this.found()?.answer === null);

  constructor(ask: (words: string) => Promise<SearchAnswer>) {
    this.ask = ask;
  }

  type(text: string): void {
    this.words.set(text);
    clearTimeout(this.timer);
    const words = text.trim();
    if (words === '') this.found.set(null);
    else this.timer = setTimeout(() => void this.read(words), SEARCH_PAUSE);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async read(words: string): Promise<void> {
    const answer = await this.ask(words).catch(() => null);
    if (words === this.words().trim()) this.found.set({ words, answer });
  }
}
