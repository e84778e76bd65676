import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import type { MeetingCards, MeetingId, ParticipantId } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { CardsApi } from './cards-api';

/** The cards of one meeting, as the component that provides it shows them. What the others do arrives by itself. */
@Injectable()
export class CardsStore {
  private readonly api = inject(CardsApi);
  private readonly id = signal<MeetingId | null>(null);
  private readonly read = new Reading<MeetingCards>(() => this.api.ofMeeting(this.id()!));

  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  readonly mine = computed(() => this.read.value()?.mine ?? null);
  readonly people = computed(() => this.read.value()?.people ?? []);

  constructor() {
    const realtime = inject(Realtime);
    const stops = [
      realtime.on('card.changed', ({ meetingId }) => {
        if (meetingId === this.id()) void this.read.refresh();
      }),
      // Who sits in the meeting, and whether it was cancelled.
      realtime.on('meeting.changed', ({ meetingId }) => {
        if (meetingId === this.id()) void this.read.refresh();
      }),
      realtime.onReload(() => void this.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
  }

  show(meetingId: MeetingId): Promise<void> {
    if (untracked(this.id) !== meetingId) {
      this.read.reset();
      this.id.set(meetingId);
    }
    return this.read.refresh();
  }

  async refresh(): Promise<void> {
    if (this.id()) await this.read.refresh();
  }

  /** @throws Refusal */
  async offer(to: ParticipantId): Promise<void> {
    const cards = await this.api.offer(this.id()!, to);
    this.read.change(() => cards);
  }

  /** @throws Refusal */
  async takeBack(from: ParticipantId): Promise<void> {
    const cards = await this.api.takeBack(this.id()!, from);
    this.read.change(() => cards);
  }

  address(of: ParticipantId, version: '3.0' | '4.0'): string {
    return this.api.address(this.id()!, of, version);
  }
}
