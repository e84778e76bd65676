import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { DirectoryChoice, EventId, RegistrationView } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ParticipantsApi } from './participants-api';

/** My own place in the directory of one event. */
@Injectable({ providedIn: 'root' })
export class ParticipantsStore {
  private readonly api = inject(ParticipantsApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly own = new Reading<{ registration: RegistrationView | null }>(async () => ({
    registration: await this.api.mine(this.event()!),
  }));

  readonly me = computed(() => this.own.value()?.registration ?? null);
  /** Whether my registration is known, be it that there is none. */
  readonly known = computed(() => this.own.value() !== null);
  readonly failedOwn = this.own.failed;
  /** Nobody finds me, and nobody is told that I might fit. Null until known. */
  readonly unlisted = computed(() => (this.me() ? this.me()!.directory === 'nobody' : null));

  constructor() {
    this.realtime.on('registration.changed', ({ eventId }) => {
      if (eventId === this.event()) void this.own.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.own.reset();
      this.event.set(eventId);
    }
    return this.own.ensure();
  }

  /** Shown at once, taken back if refused. */
  async listMe(directory: DirectoryChoice): Promise<void> {
    const was = this.own.value();
    this.own.change((value) => ({
      registration: value.registration && { ...value.registration, directory },
    }));
    try {
      const registration = await this.api.listMe(this.event()!, directory);
      this.own.change(() => ({ registration }));
    } catch (refusal) {
      if (was) this.own.change(() => was);
      throw refusal;
    }
  }
}
