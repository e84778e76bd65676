import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MediaWords } from '../../../data/room/media/media-words';
import { PlanBForm } from '../../../parts/meeting/plan-b-form';
import { Note } from '../../../ui/feedback/note';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';
import { DeviceTest } from '../../../ui/media/device-test/device-test';
import { TwoWalls } from '../../../ui/time/two-walls';
import { HelpCall, HelpNote } from '../affairs/help-call';
import { ModeChoice } from '../affairs/mode-choice';
import { PlanBNote } from '../affairs/plan-b-note';
import { ROOM_PARTS } from '../../../data/room/room-parts';
import { RoomAside } from '../aside/room-aside';
import { RoomPart } from '../aside/room-part';
import { NextStep } from '../step/next-step';
import { RoomPlace } from '../room-place';

/** Before one goes in, and after: when it is, who is there, and whether one would be seen and heard. */
@Component({
  selector: 'musubi-room-door',
  imports: [
    DeviceTest,
    HelpCall,
    HelpNote,
    Icon,
    ModeChoice,
    NextStep,
    Note,
    PlanBForm,
    PlanBNote,
    RoomAside,
    RoomPart,
    State,
    TwoWalls,
  ],
  templateUrl: './room-door.html',
  styleUrl: './room-door.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomDoor {
  readonly meeting = input.required<MeetingView>();

  protected readonly parts = inject(ROOM_PARTS);
  protected readonly place = inject(RoomPlace);
  protected readonly store = this.place.store;
  protected readonly scene = this.place.scene;
  protected readonly visit = this.place.visit;
  protected readonly media = inject(MediaWords);
  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly joining = computed(() => this.visit.session.state() === 'joining');
  /** I am inside on another device. */
  protected readonly elsewhere = computed(() => !this.visit.wasInside() && (this.store.me()?.here ?? false));
  /** Was kept out by one's own network: what helps then stays there while one tries again. */
  protected readonly cutOff = linkedSignal<boolean, boolean>({
    source: this.scene.cutOff,
    computation: (now, before) => now || (before?.value ?? false),
  });
  /** Without picture and sound there are other ways to meet, and whoever helps, while it is time. */
  protected readonly waysOn = computed(() => {
    const { store, affairs } = this.place;
    const asks = store.me() !== null || this.place.isStaff();
    return (this.scene.videoOff() || this.cutOff()) && this.scene.open() && affairs.view() !== null && asks;
  });
  /** Where one meets without the room, and after it, one writes at the door. */
  protected readonly writes = computed(() => {
    const phase = this.scene.phase();
    const without = this.scene.videoOff() || this.cutOff() || this.scene.elsewhere();
    return phase === 'over' || (without && phase !== 'cancelled') || (phase === 'running' && this.visit.wasInside());
  });
  /** The page where one meets instead, in one click while it is time. */
  protected readonly outside = computed(() => {
    const plan = this.place.affairs.planB();
    return plan?.kind === 'link' && this.store.me() && this.scene.open() ? plan : null;
  });
  /** With picture or voice, as it seems, and yet with neither: that is said before one goes in. */
  protected readonly silent = computed(() => {
    const { camera, microphone } = this.visit.check();
    const me = this.store.meeting()?.me;
    const writes = me && this.place.affairs.modeOf(me) === 'chat';
    return Boolean(me) && !writes && !this.scene.elsewhere() && camera() !== 'on' && microphone() !== 'on';
  });
  /** Why one is not inside any more, or the door stayed closed. */
  protected readonly apart = computed(() => {
    const { session } = this.visit;
    // The heading says it.
    const known = this.scene.done() && session.ending() === 'closed';
    return known || this.scene.phase() === 'cancelled' || this.scene.videoOff() ? null : this.media.apart(session);
  });
}
