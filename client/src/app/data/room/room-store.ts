import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { MeetingId, MeetingView } from '@musubi/contracts';
import { Realtime, type Watch } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { RoomApi } from './room-api';

/** The meeting whose room is open on this page, and who of its people is where. */
@Injectable({ providedIn: 'root' })
export class RoomStore {
  private readonly api = inject(RoomApi);
  private readonly realtime = inject(Realtime);
  private readonly id = signal<MeetingId | null>(null);
  private readonly read = new Reading<MeetingView>(() => this.api.meeting(this.id()!));
  private readonly videoRead = new Reading<boolean>(() => this.api.video().then(({ available }) => available));
  private readonly watched = signal<Watch | null>(null);

  readonly meeting = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** Null until known. */
  readonly video = this.videoRead.value;
  /** Me. */
  readonly me = computed(() => {
    const meeting = this.meeting();
    return meeting?.sides.find(({ participant }) => participant.participantId === meeting.me) ?? null;
  });
  /** Who stands for the other side; for somebody who is of none, for the first. */
  readonly partner = computed(() => {
    const meeting = this.meeting();
    const others = meeting?.sides.filter(({ side }) => side !== this.me()?.side) ?? [];
    return others.find(({ part }) => part === 'required') ?? others[0] ?? meeting?.sides.at(-1) ?? null;
  });
  /** The other side is on this page, maybe still at the door. */
  readonly partnerAtDoor = computed(() => {
    const partner = this.partner();
    return partner !== null && (this.watched()?.here().has(partner.participant.userId) ?? false);
  });

  constructor() {
    const again = ({ meetingId }: { meetingId: string }): void => {
      if (!meetingId || meetingId === this.id()) void this.refresh();
    };
    this.realtime.on('meeting.changed', again);
    this.realtime.onHint('room.changed', again);
    this.realtime.onReload(() => void this.refresh());
  }

  open(meetingId: MeetingId): Promise<void> {
    if (untracked(this.id) !== meetingId) {
      this.close();
      this.read.reset();
      this.id.set(meetingId);
      this.watched.set(this.realtime.watch(`meeting:${meetingId}`));
    }
    void this.videoRead.refresh();
    return this.read.refresh();
  }

  async refresh(): Promise<void> {
    if (this.id()) await this.read.refresh();
  }

  /** Nobody looks at it any more. */
  close(): void {
    untracked(this.watched)?.stop();
    this.watched.set(null);
    this.id.set(null);
  }
}
