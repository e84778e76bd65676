import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { BlockView, EventId, MeetingView } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { OrganiserApi } from '../organiser-api';

/** The times for meetings of one event, and all its meetings. */
@Injectable({ providedIn: 'root' })
export class MeetingsDesk {
  private readonly api = inject(OrganiserApi);
  private readonly event = signal<EventId | null>(null);
  private readonly blocksRead = new Reading<BlockView[]>(() => this.api.blocks(this.event()!));
  private readonly meetingsRead = new Reading<MeetingView[]>(() => this.api.meetings(this.event()!));

  readonly blocks = computed(() => this.blocksRead.value() ?? []);
  readonly meetings = computed(() => this.meetingsRead.value() ?? []);
  readonly loading = computed(() => this.blocksRead.loading() || this.meetingsRead.loading());
  readonly failed = computed(() => this.blocksRead.failed() ?? this.meetingsRead.failed());

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ eventId }: { eventId?: string }): void => {
      if (this.event() && (!eventId || eventId === this.event())) void this.refresh();
    };
    realtime.onHint('slots.changed', again);
    realtime.onHint('funnel.changed', again);
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.blocksRead.reset();
      this.meetingsRead.reset();
      this.event.set(eventId);
    }
    return this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.blocksRead.refresh(), this.meetingsRead.refresh()]);
  }
}
