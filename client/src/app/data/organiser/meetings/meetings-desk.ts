import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { BlockView, EventId, MeetingId, MeetingView, PlanBInput } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Gathering } from '../../gathering';
import { Reading } from '../../reading';
import { RoomApi } from '../../room/room-api';
import { OrganiserApi } from '../organiser-api';

/** The times for meetings of one event, and all its meetings. */
@Injectable({ providedIn: 'root' })
export class MeetingsDesk {
  private readonly api = inject(OrganiserApi);
  private readonly rooms = inject(RoomApi);
  private readonly event = signal<EventId | null>(null);
  private readonly blocksRead = new Reading<BlockView[]>(() => this.api.blocks(this.event()!));
  private readonly gathering = new Gathering(() => void this.readMeetings());
  private readonly meetingsRead = new Reading<MeetingView[]>(() => this.api.meetings(this.event()!));

  readonly blocks = computed(() => this.blocksRead.value() ?? []);
  readonly meetings = computed(() => this.meetingsRead.value() ?? []);
  readonly loading = computed(() => this.blocksRead.loading() || this.meetingsRead.loading());
  readonly failed = computed(() => this.blocksRead.failed() ?? this.meetingsRead.failed());

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ eventId }: { eventId?: string }): void => {
      if (this.event() && (!eventId || eventId === this.event())) void this.refresh();
    };
    realtime.onHint('slots.changed', again);
    realtime.onHint('funnel.changed', again);
    realtime.onHint('room.changed', () => this.gathering.ask());
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.blocksRead.reset();
      this.meetingsRead.reset();
      this.event.set(eventId);
    }
    return this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.blocksRead.refresh(), this.meetingsRead.refresh()]);
  }

  /** Another way to meet, for both sides; before the room opens, too. */
  async setPlanB(meetingId: MeetingId, plan: PlanBInput): Promise<void> {
    await this.follow(this.rooms.planB(meetingId, plan));
  }

  /** Back to its room. */
  async endPlanB(meetingId: MeetingId): Promise<void> {
    await this.follow(this.rooms.endPlanB(meetingId));
  }

  private async follow(command: Promise<unknown>): Promise<void> {
    try {
      await command;
    } finally {
      await this.meetingsRead.refresh();
    }
  }

  private async readMeetings(): Promise<void> {
    if (untracked(this.event)) await this.meetingsRead.refresh();
  }
}
