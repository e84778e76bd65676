import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
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
      <musubi-room-part [load]="parts.chat" [inputs]="inputs" />
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

  protected readonly place = inject(RoomPlace);
  protected readonly parts = inject(ROOM_PARTS);
  protected readonly chat = computed(() => {
    const partner = this.place.store.partner();
    return partner && { requestId: this.meeting().requestId, partner: partner.participant };
  });
}
