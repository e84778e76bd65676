import { computed, signal, type Signal } from '@angular/core';
import type { QuestionId, QuestionView } from '@musubi/contracts';

export type QuestionOrder = 'votes' | 'newest';

const orders: Record<QuestionOrder, (a: QuestionView, b: QuestionView) => number> = {
  votes: (a, b) => b.votes - a.votes || Date.parse(a.askedAt) - Date.parse(b.askedAt),
  newest: (a, b) => Date.parse(b.askedAt) - Date.parse(a.askedAt),
};

/**
 * Questions in the order one reads them. Nothing moves under the pointer: while the list is held, every question keeps its
 * place, and new ones wait; numbers and states change where they stand.
 */
export class QuestionBoard {
  private readonly all: Signal<readonly QuestionView[]>;
  private readonly chosen = signal<QuestionOrder>('votes');
  private readonly held = signal<readonly QuestionId[] | null>(null);

  readonly order = this.chosen.asReadonly();
  /** Pinned ones first: they are being answered. */
  private readonly sorted = computed(() => {
    const by = orders[this.chosen()];
    return this.all()
      .filter(({ state }) => state === 'visible' || state === 'queued')
      .sort((a, b) => Number(b.pinned) - Number(a.pinned) || by(a, b));
  });
  /** Those still to be answered. */
  readonly open = computed(() => {
    const held = this.held();
    if (!held) return this.sorted();
    const now = new Map(this.sorted().map((question) => [question.questionId, question]));
    return held.flatMap((id) => now.get(id) ?? []);
  });
  /** How many wait until the list is let go. */
  readonly waiting = computed(() => this.sorted().length - this.open().length);
  readonly answered = computed(() =>
    this.all()
      .filter(({ state }) => state === 'answered')
      .sort(orders.votes),
  );
  readonly archived = computed(() =>
    this.all()
      .filter(({ state }) => state === 'archived')
      .sort(orders.newest),
  );

  constructor(questions: Signal<readonly QuestionView[]>) {
    this.all = questions;
  }

  sort(order: QuestionOrder): void {
    this.chosen.set(order);
    this.release();
  }

  /** The pointer or the focus is in the list. */
  hold(): void {
    if (!this.held()) this.held.set(this.sorted().map(({ questionId }) => questionId));
  }

  /** It has left, or the reader asks for the new ones; one's own question is shown at once, too. */
  release(): void {
    this.held.set(null);
  }
}
