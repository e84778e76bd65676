import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { HelpInput, MeetingId, MeetingRoomView, PlanBId, PlanBInput, RoomMode } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { RoomApi } from '../room-api';

/**
 * What goes on in the open room beside picture and sound: who sends what, more time, another way to meet, help. Everybody
 * sees the same, at once and after a reload.
 */
@Injectable({ providedIn: 'root' })
export class RoomAffairs {
  private readonly api = inject(RoomApi);
  private readonly id = signal<MeetingId | null>(null);
  private readonly read = new Reading<MeetingRoomView>(() => this.api.room(this.id()!));

  readonly view = this.read.value;
  readonly planB = computed(() => this.view()?.planB ?? null);

  constructor() {
    const realtime = inject(Realtime);
    const again = ({ meetingId }: { meetingId: string }): void => {
      if (this.id() && (!meetingId || meetingId === this.id())) void this.read.refresh();
    };
    realtime.on('meeting.changed', again);
    realtime.onHint('room.changed', again);
    realtime.onReload(() => again({ meetingId: '' }));
  }

  open(meetingId: MeetingId): void {
    if (untracked(this.id) !== meetingId) {
      this.read.reset();
      this.id.set(meetingId);
    }
    void this.read.refresh();
  }

  close(): void {
    this.id.set(null);
  }

  /** Some of it is so only from an hour on: five minutes more, from the start. */
  async refresh(): Promise<void> {
    if (untracked(this.id)) await this.read.refresh();
  }

  modeOf(participantId: string): RoomMode | null {
    return this.view()?.modes.find((one) => one.participantId === participantId)?.mode ?? null;
  }

  chooseMode = (mode: RoomMode): Promise<void> => this.take(this.api.mode(this.id()!, mode));
  extend = (): Promise<void> => this.take(this.api.extend(this.id()!));
  refuseExtension = (): Promise<void> => this.take(this.api.refuseExtension(this.id()!));
  proposePlanB = (plan: PlanBInput): Promise<void> => this.take(this.api.planB(this.id()!, plan));
  agreePlanB = (planBId: PlanBId): Promise<void> => this.take(this.api.agreePlanB(this.id()!, planBId));
  endPlanB = (): Promise<void> => this.take(this.api.endPlanB(this.id()!));
  callHelp = (help: HelpInput): Promise<void> => this.take(this.api.callHelp(this.id()!, help));

  /** What a command answers is how everything stands; a refusal leaves it to be read anew. */
  private async take(answer: Promise<MeetingRoomView>): Promise<void> {
    try {
      const view = await answer;
      if (view.meetingId === this.id()) this.read.change(() => view);
    } finally {
      void this.read.refresh();
    }
  }
}
