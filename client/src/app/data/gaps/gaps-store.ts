import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, GapAnswer, GapId, GapView } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { asRefusal } from '../../core/problem/problem';
import { Reading } from '../reading';
import { GapsApi } from './gaps-api';

/** Times of mine that came free, each with somebody who wishes to meet me as I do them. */
@Injectable({ providedIn: 'root' })
export class GapsStore {
  private readonly api = inject(GapsApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<GapView[]>(() => this.api.mine(this.event()!));

  /** A card beside other things: where it cannot be read there is none. */
  readonly gaps = computed(() => this.read.value() ?? []);

  constructor() {
    const realtime = inject(Realtime);
    realtime.on('gap.changed', ({ eventId }) => {
      if (eventId === this.event()) void this.read.refresh();
    });
    realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  accept(gapId: GapId): Promise<GapAnswer> {
    return this.answer(gapId, () => this.api.accept(gapId));
  }

  decline(gapId: GapId): Promise<GapAnswer> {
    return this.answer(gapId, () => this.api.decline(gapId));
  }

  /** Whatever was answered, and whatever came in between: it is not open any more. */
  private async answer(gapId: GapId, send: () => Promise<GapAnswer>): Promise<GapAnswer> {
    const drop = (): void => this.read.change((gaps) => gaps.filter((gap) => gap.gapId !== gapId));
    try {
      const answer = await send();
      drop();
      return answer;
    } catch (error) {
      if (asRefusal(error).code === 'schedule.gap_gone') drop();
      throw error;
    }
  }
}
