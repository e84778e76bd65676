import { DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import type { PlanAdjustment, PlanCheck, PlannedMeetingId } from '@musubi/contracts';
import { PlanDesk } from '../../../data/organiser/schedule/plan-desk';

/** Whether a meeting that is moved could go to a place: with rooms, interpreters and maxima, which the board does not show. */
export interface Foreseen extends PlanCheck {
  /** Position in the plan's slots. */
  readonly slot: number;
  /** The meeting that it would change places with. */
  readonly withId: PlannedMeetingId | null;
}

/** Long enough that somebody who only passes by asks nothing. Milliseconds. */
const STAYED = 250;

/** Asks about the place that somebody stays on while they move a meeting. */
@Injectable()
export class Foresight {
  private readonly desk = inject(PlanDesk);
  private readonly told = signal<Foreseen | null>(null);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  readonly foreseen = this.told.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /** Of a place; asked again about the same one only after {@link forget}. */
  consider(place: Pick<Foreseen, 'slot' | 'withId'>, adjustment: PlanAdjustment): void {
    if (this.knows(place)) return;
    this.forget();
    const asked = this.asked;
    this.waiting = setTimeout(() => {
      this.desk
        .check(adjustment)
        .then((check) => {
          if (asked === this.asked) this.told.set({ ...check, ...place });
        })
        // The change itself says what is wrong.
        .catch(() => undefined);
    }, STAYED);
  }

  knows({ slot, withId }: Pick<Foreseen, 'slot' | 'withId'>): Foreseen | null {
    const told = untracked(this.told);
    return told?.slot === slot && told.withId === withId ? told : null;
  }

  forget(): void {
    clearTimeout(this.waiting);
    this.asked += 1;
    this.told.set(null);
  }
}
