import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, UnreadThread } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ThreadsApi } from './threads-api';

/** How much the others have written that I have not read, by request. Kept up to date while the page is open. */
@Injectable({ providedIn: 'root' })
export class UnreadMessages {
  private readonly api = inject(ThreadsApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<UnreadThread[]>(() => this.api.unread(this.event()!));
  private readonly counts = computed(
    () => new Map<string, number>((this.read.value() ?? []).map(({ requestId, unread }) => [requestId, unread])),
  );

  constructor() {
    this.realtime.on('thread.changed', ({ eventId }) => {
      if (eventId === this.event()) void this.read.refresh();
    });
    this.realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  show(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  /** Of a request and the meeting that came of it. */
  of(requestId: string | undefined): number {
    return requestId ? (this.counts().get(requestId) ?? 0) : 0;
  }
}
