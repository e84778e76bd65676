import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ParticipantId, PersonRow, RegistrationState } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { OrganiserApi } from '../organiser-api';

/** Everybody who registered for one event. */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(OrganiserApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<PersonRow[]>(() => this.api.people(this.event()!));

  readonly people = computed(() => this.read.value() ?? []);
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ eventId }: { eventId: string }): void => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    };
    realtime.onHint('people.changed', again);
    realtime.onHint('participants.changed', again);
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

  approve(participantId: ParticipantId): Promise<void> {
    return this.decide(participantId, 'complete', () => this.api.approve(participantId, null));
  }

  reject(participantId: ParticipantId, reason: string | null): Promise<void> {
    return this.decide(participantId, 'rejected', () => this.api.reject(participantId, reason));
  }

  /** Shown at once, taken back if refused. */
  private async decide(
    participantId: ParticipantId,
    state: RegistrationState,
    send: () => Promise<PersonRow>,
  ): Promise<void> {
    const was = this.people().find((row) => row.participantId === participantId);
    if (!was) return;
    this.put({ ...was, state });
    try {
      this.put(await send());
    } catch (refusal) {
      this.put(was);
      throw refusal;
    }
  }

  private put(row: PersonRow): void {
    this.read.change((all) => all.map((one) => (one.participantId === row.participantId ? row : one)));
  }
}
