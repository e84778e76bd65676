import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, SpeakerAccountPut, SpeakerRow } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { SpeakersApi } from './speakers-api';

/** The speakers of an event's draft and their accounts. */
@Injectable({ providedIn: 'root' })
export class SpeakersDesk {
  private readonly api = inject(SpeakersApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<SpeakerRow[]>(() => this.api.ofEvent(this.event()!));

  readonly speakers = computed(() => this.read.value() ?? []);
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    inject(Realtime).onHint('programme.changed', ({ eventId }) => {
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

  async link(speakerId: string, account: SpeakerAccountPut): Promise<void> {
    this.put(await this.api.link(this.event()!, speakerId, account));
  }

  async unlink(speakerId: string): Promise<void> {
    this.put(await this.api.unlink(this.event()!, speakerId));
  }

  private put(row: SpeakerRow): void {
    this.read.change((rows) => rows.map((one) => (one.speakerId === row.speakerId ? row : one)));
  }
}
