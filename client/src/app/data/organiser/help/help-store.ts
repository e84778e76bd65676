import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, HelpRequestCard, HelpRequestId } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { RoomApi } from '../../room/room-api';

/** Calls for help from the meetings of one event, those that wait first; it follows by itself. */
@Injectable({ providedIn: 'root' })
export class HelpStore {
  private readonly api = inject(RoomApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<HelpRequestCard[]>(() => this.api.helpRequests(this.event()!));

  readonly calls = computed(() => this.read.value() ?? []);

  constructor() {
    inject(Realtime).onHint('help.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    });
  }

  async open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    await this.read.refresh();
  }

  async answer(helpRequestId: HelpRequestId, text: string): Promise<void> {
    try {
      const answered = await this.api.answerHelp(this.event()!, helpRequestId, text);
      this.read.change((calls) => calls.map((one) => (one.helpRequestId === helpRequestId ? answered : one)));
    } finally {
      void this.read.refresh();
    }
  }
}
