import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { AgendaItem, EventId, SessionId } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { AgendaApi } from './agenda-api';

/** My own plan of one event. */
@Injectable({ providedIn: 'root' })
export class AgendaStore {
  private readonly api = inject(AgendaApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<AgendaItem[]>(() => this.api.ofEvent(this.event()!));

  readonly items = computed(() => this.read.value() ?? []);
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** Sessions that I keep. */
  readonly saved = computed<ReadonlySet<string>>(
    () =>
      new Set(
        this.items()
          .filter(({ kind }) => kind === 'session')
          .map(({ sourceId }) => sourceId),
      ),
  );

  constructor() {
    this.realtime.on('agenda.changed', ({ eventId }) => {
      if (eventId === this.event()) void this.read.refresh();
    });
    this.realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.ensure();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  /** Shown at once, taken back if refused. */
  async save(item: AgendaItem): Promise<void> {
    this.read.change((items) => [...items.filter(({ sourceId }) => sourceId !== item.sourceId), item].sort(byStart));
    try {
      await this.api.save(this.event()!, item.sourceId as SessionId);
    } catch (refusal) {
      this.read.change((items) => items.filter(({ sourceId }) => sourceId !== item.sourceId));
      throw refusal;
    }
  }

  async drop(sessionId: SessionId): Promise<void> {
    const was = this.items().find(({ sourceId }) => sourceId === sessionId);
    this.read.change((items) => items.filter(({ sourceId }) => sourceId !== sessionId));
    try {
      await this.api.drop(this.event()!, sessionId);
    } catch (refusal) {
      if (was) this.read.change((items) => [...items, was].sort(byStart));
      throw refusal;
    }
  }
}

function byStart(a: AgendaItem, b: AgendaItem): number {
  return Date.parse(a.startsAt) - Date.parse(b.startsAt);
}
