import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, MeetingId, MeetingView, PlanBInput, ProgrammeView } from '@musubi/contracts';
import { dateAt } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Realtime } from '../../../core/realtime/realtime';
import { ProgrammeApi } from '../../programme/programme-api';
import { Gathering } from '../../gathering';
import { Reading } from '../../reading';
import { RoomApi } from '../../room/room-api';
import { nowBoard } from './now-board';
import { OrganiserApi } from '../organiser-api';

/** What goes on at one event right now; it follows by itself. */
@Injectable({ providedIn: 'root' })
export class NowStore {
  private readonly api = inject(OrganiserApi);
  private readonly programmes = inject(ProgrammeApi);
  private readonly rooms = inject(RoomApi);
  private readonly clock = inject(Clock);
  private readonly event = signal<EventId | null>(null);
  private readonly zone = signal('UTC');
  private readonly meetingsRead = new Reading<MeetingView[]>(() => this.api.meetings(this.event()!));
  private readonly programmeRead = new Reading<ProgrammeView>(() => this.programmes.ofEvent(this.event()!));
  private readonly videoRead = new Reading<boolean>(() => this.rooms.video().then(({ available }) => available));
  private readonly gathering = new Gathering(() => void this.meetingsRead.refresh());

  readonly meetings = computed(() => this.meetingsRead.value() ?? []);
  readonly loading = this.meetingsRead.loading;
  readonly failed = this.meetingsRead.failed;
  /** Null until known. */
  readonly video = this.videoRead.value;
  readonly board = computed(() =>
    nowBoard(this.meetings(), this.programmeRead.value()?.sessions ?? [], this.clock.minute(), (at) =>
      dateAt(Temporal.Instant.from(at), this.zone()),
    ),
  );

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ eventId }: { eventId?: string }): void => {
      if (this.event() && (!eventId || eventId === this.event())) this.gathering.ask();
    };
    realtime.onHint('room.changed', () => again({}));
    realtime.onHint('slots.changed', again);
    realtime.onHint('funnel.changed', again);
    realtime.onHint('programme.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.programmeRead.refresh();
    });
  }

  /** @param zone the event's: it says what a day is */
  async open(eventId: EventId, zone: string): Promise<void> {
    this.zone.set(zone);
    if (untracked(this.event) !== eventId) {
      for (const read of [this.meetingsRead, this.programmeRead]) read.reset();
      this.event.set(eventId);
    }
    await this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.meetingsRead.refresh(), this.programmeRead.refresh(), this.videoRead.refresh()]);
  }

  /** Calls the side for whom somebody waits: on their screens, and by mail. */
  async callMissing(meetingId: MeetingId): Promise<void> {
    await this.follow(this.rooms.callMissing(this.event()!, meetingId));
  }

  /** Another way to meet, for both sides. */
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
}
