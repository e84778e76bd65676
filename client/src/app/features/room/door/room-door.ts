import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MediaWords } from '../../../data/room/media-words';
import { Note } from '../../../ui/feedback/note';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';
import { DeviceTest } from '../../../ui/media/device-test';
import { TwoWalls } from '../../../ui/time/two-walls';
import { NextStep } from '../step/next-step';
import { RoomPlace } from '../room-place';

/** Before one goes in, and after: when it is, who is there, and whether one would be seen and heard. */
@Component({
  selector: 'musubi-room-door',
  imports: [DeviceTest, Icon, NextStep, Note, State, TwoWalls],
  templateUrl: './room-door.html',
  styleUrl: './room-door.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomDoor {
  readonly meeting = input.required<MeetingView>();

  protected readonly place = inject(RoomPlace);
  protected readonly store = this.place.store;
  protected readonly scene = this.place.scene;
  protected readonly visit = this.place.visit;
  protected readonly media = inject(MediaWords);
  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly joining = computed(() => this.visit.session.state() === 'joining');
  /** Why one is not inside any more, or the door stayed closed. */
  protected readonly apart = computed(() =>
    this.scene.phase() === 'cancelled' || this.scene.videoOff() ? null : this.media.apart(this.visit.session),
  );
}
