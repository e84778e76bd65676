import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ParticipantCard, ParticipantId, SavedPerson } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { SavedPeopleApi } from './saved-people-api';

/** Whom I put aside for later at one event, the last first. One's own, whoever one acts for. */
@Injectable({ providedIn: 'root' })
export class SavedPeopleStore {
  private readonly api = inject(SavedPeopleApi);
  private readonly clock = inject(Clock);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<SavedPerson[]>(() => this.api.list(this.event()!));

  private shown = false;

  readonly people = computed(() => this.read.value() ?? []);
  readonly ids = computed<ReadonlySet<string>>(() => new Set(this.people().map(({ participantId }) => participantId)));
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ eventId }: { eventId: string }): void => {
      if (this.shown && (!eventId || eventId === this.event())) void this.read.refresh();
    };
    realtime.on('meeting_request.changed', again);
    realtime.on('meeting.changed', again);
    realtime.onHint('participants.changed', again);
    realtime.onReload(() => {
      if (this.shown) void this.read.refresh();
    });
  }

  /** Reads anew, and follows what changes until hidden. */
  show(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    this.shown = true;
    return this.read.refresh();
  }

  /** No page shows them any more: what changes is read when one does again. */
  hide(): void {
    this.shown = false;
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  /** Shown at once; taken back if the server refuses. @throws Refusal */
  async save(person: ParticipantCard, inTouch: boolean): Promise<void> {
    if (this.ids().has(person.participantId)) return;
    const saved: SavedPerson = { ...person, savedAt: this.clock.now().toString(), inTouch };
    this.read.change((all) => [saved, ...all]);
    await this.attempt(() => this.api.save(this.event()!, person.participantId));
  }

  /** The same. @throws Refusal */
  async drop(participantId: ParticipantId): Promise<void> {
    this.read.change((all) => all.filter((one) => one.participantId !== participantId));
    await this.attempt(() => this.api.drop(this.event()!, participantId));
  }

  private async attempt(send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (refusal) {
      void this.read.refresh();
      throw refusal;
    }
  }
}
