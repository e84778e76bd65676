import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { DirectoryChoice, EventId, ParticipantCard, RegistrationView } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ParticipantsApi } from './participants-api';

/** The directory of one event as I may see it, and my own place in it. */
@Injectable({ providedIn: 'root' })
export class ParticipantsStore {
  private readonly api = inject(ParticipantsApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly wanted = signal('');
  private readonly found = new Reading<ParticipantCard[]>(() => this.api.search(this.event()!, this.wanted()));
  private readonly own = new Reading<{ registration: RegistrationView | null }>(async () => ({
    registration: await this.api.mine(this.event()!),
  }));

  readonly query = this.wanted.asReadonly();
  readonly people = computed(() => this.found.value() ?? []);
  readonly loading = this.found.loading;
  readonly failed = this.found.failed;
  readonly searching = this.found.reading;
  readonly me = computed(() => this.own.value()?.registration ?? null);
  /** Whether my registration is known, be it that there is none. */
  readonly known = computed(() => this.own.value() !== null);
  readonly failedOwn = this.own.failed;
  /** Nobody finds me, and nobody is told that I might fit. Null until known. */
  readonly unlisted = computed(() => (this.me() ? this.me()!.directory === 'nobody' : null));

  constructor() {
    this.realtime.onHint('participants.changed', ({ eventId }) => {
      if (this.event() && this.found.value() && (!eventId || eventId === this.event())) void this.found.refresh();
    });
    this.realtime.on('registration.changed', ({ eventId }) => {
      if (eventId === this.event()) void this.own.refresh();
    });
  }

  /** Reads my registration; the directory only when it is looked at. */
  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.found.reset();
      this.own.reset();
      this.wanted.set('');
      this.event.set(eventId);
    }
    return this.own.ensure();
  }

  search(query: string): Promise<void> {
    this.wanted.set(query.trim());
    return this.found.refresh();
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
