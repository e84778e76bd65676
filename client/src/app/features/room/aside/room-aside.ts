import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { ROOM_PARTS } from '../../../data/room/room-parts';
import { SharedNotesPanel } from '../notes/shared-notes-panel';
import { RoomPlace } from '../room-place';
import { RoomPart } from './room-part';

/** What is written in the room: notes of both sides, and what they say to each other. */
@Component({
  selector: 'musubi-room-aside',
  imports: [RoomPart, SharedNotesPanel],
  template: `@if (place.notes(); as notes) {
      <musubi-shared-notes-panel [notes]="notes" />
    }
    @if (parts.chat && chat(); as inputs) {
      <musubi-room-part name="chat" [load]="parts.chat" [inputs]="inputs" />
    }
    @if (parts.files) {
      <musubi-room-part name="files" [load]="parts.files" [inputs]="files()" />
    }`,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--space-5);
      min-width: 0;
    }
    :host ::ng-deep musubi-conversation {
      margin-top: 0;
    }
    :host ::ng-deep .title-part {
      font-size: var(--text-md);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomAside {
  readonly meeting = input.required<MeetingView>();

  private readonly say = inject(MeetingWords);
  protected readonly place = inject(RoomPlace);
  protected readonly parts = inject(ROOM_PARTS);
  /** Between the two who agreed on the meeting; guests read its documents. */
  protected readonly chat = computed(() => {
    const { me, partner } = this.place.store;
    const writes = me()?.part === 'required' && me()!.side < 2;
    return writes && partner() && { requestId: this.meeting().requestId, partner: partner()!.participant };
  });
  protected readonly files = computed(() => {
    const { meetingId, requestId, sides, me } = this.meeting();
    const others = sides.filter(({ participant }) => participant.participantId !== me);
    const names = others.map(
      ({ participant }) => [participant.participantId, this.say.name(participant.name)] as const,
    );
    return { meetingId, requestId, names: new Map<string, string>(names) };
  });
}
