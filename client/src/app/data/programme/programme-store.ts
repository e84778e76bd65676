import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ProgrammeView } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ProgrammeApi } from './programme-api';

/** What is on at one event; a new release arrives by itself. */
@Injectable({ providedIn: 'root' })
export class ProgrammeStore {
  private readonly api = inject(ProgrammeApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<ProgrammeView>(() => this.api.ofEvent(this.event()!));

  readonly sessions = computed(() => this.read.value()?.sessions ?? []);
  readonly release = computed(() => this.read.value()?.release ?? null);
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    const realtime = inject(Realtime);
    realtime.onHint('programme.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }
}
