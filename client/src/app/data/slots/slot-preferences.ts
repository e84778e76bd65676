import { computed, signal, type Signal } from '@angular/core';
import type { SlotChoice, SlotId } from '@musubi/contracts';

/** How many times one may propose. */
export const MOST_PREFERENCES = 3;

/** Why a slot cannot be chosen right now. */
export type Unpickable = 'busy' | 'past' | 'full';

/**
 * One to three proposed times in order of preference. Choosing adds to the end, choosing again takes away and the others
 * move up. A chosen time that is no longer free is dropped and told.
 */
export class SlotPreferences {
  private readonly choices: Signal<readonly SlotChoice[]>;
  private readonly most: number;
  private readonly order = signal<readonly SlotId[]>([]);

  /** Chosen slots, first preference first. */
  readonly slotIds = computed(() => {
    const byId = new Map(this.choices().map((choice) => [choice.slotId, choice]));
    return this.order().filter((slotId) => isOpen(byId.get(slotId)));
  });
  readonly chosen = computed(() => {
    const byId = new Map(this.choices().map((choice) => [choice.slotId, choice]));
    return this.slotIds().map((slotId) => byId.get(slotId)!);
  });
  readonly full = computed(() => this.slotIds().length >= this.most);
  readonly left = computed(() => this.most - this.slotIds().length);
  /** Chosen before, and taken since. */
  readonly lost = computed(() => {
    const byId = new Map(this.choices().map((choice) => [choice.slotId, choice]));
    return this.order()
      .filter((slotId) => byId.has(slotId) && !isOpen(byId.get(slotId)))
      .map((slotId) => byId.get(slotId)!);
  });

  /** @param most 1 where a single time is picked */
  constructor(choices: Signal<readonly SlotChoice[]>, most = MOST_PREFERENCES) {
    this.choices = choices;
    this.most = most;
  }

  /** 1, 2 or 3; null while not chosen. */
  rank(slotId: string): number | null {
    const index = this.slotIds().findIndex((one) => one === slotId);
    return index < 0 ? null : index + 1;
  }

  /** Why a click on it would do nothing; null when it would. With one time to pick, another replaces it. */
  refusal(slotId: string): Unpickable | null {
    const choice = this.choices().find((one) => one.slotId === slotId);
    if (!choice || choice.state === 'past') return 'past';
    if (!isOpen(choice)) return 'busy';
    return this.rank(slotId) === null && this.full() && this.most > 1 ? 'full' : null;
  }

  /** @returns why nothing happened, or null */
  toggle(slotId: SlotId): Unpickable | null {
    const rank = this.rank(slotId);
    if (rank !== null) {
      this.remove(slotId);
      return null;
    }
    const refusal = this.refusal(slotId);
    if (refusal) return refusal;
    const kept = this.most === 1 ? [] : this.slotIds();
    this.order.set([...kept, slotId]);
    return null;
  }

  remove(slotId: SlotId): void {
    this.order.update((order) => order.filter((one) => one !== slotId));
  }

  /** Moves a chosen time one place towards the first preference. */
  promote(slotId: SlotId): void {
    const order = [...this.slotIds()];
    const index = order.indexOf(slotId);
    if (index < 1) return;
    [order[index - 1], order[index]] = [order[index]!, order[index - 1]!];
    this.order.set(order);
  }

  /** Starts from a draft; what is not free any more is told as lost. */
  take(slotIds: readonly SlotId[]): void {
    this.order.set([...new Set(slotIds)].slice(0, this.most));
  }

  /** Takes note of what was lost: it is no longer held against the choice. */
  forgetLost(): void {
    this.order.set(this.slotIds());
  }
}

/** Late for somebody's office hours, or held by another wish of mine: still to be chosen. */
function isOpen(choice: SlotChoice | undefined): boolean {
  return choice !== undefined && !['busy', 'closed', 'past', 'now'].includes(choice.state);
}
