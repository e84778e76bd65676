import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  signal,
} from '@angular/core';
import type { RoomMode } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import type { DeviceTrouble, MediaKind } from '../../../data/room/media/media-connection';
import type { MediaPerson } from '../../../data/room/media/media-person';
import { Icon } from '../../../ui/icon/icon';
import { MediaPlays } from '../../../ui/media/media-plays';
import { Tile } from '../../../ui/media/tile';
import { Voices } from '../../../ui/media/voices';
import { monogram } from '../../../ui/people/monogram';
import { Name } from '../../../ui/people/name';
import { Tie } from '../../../ui/tie/tie';
import { RoomPlace } from '../room-place';

type LessThanFull = Exclude<RoomMode, 'full'>;

/** Of its height: what is seen less of counts as out of sight. */
const IN_SIGHT = 0.3;

/**
 * Everybody in the room, and the tie between the sides; a screen that is shown takes the larger place. Scrolled out of sight
 * the others stay in a corner.
 */
@Component({
  selector: 'musubi-room-tiles',
  imports: [Icon, MediaPlays, Name, NgTemplateOutlet, Tie, Tile, Voices],
  templateUrl: './room-tiles.html',
  styleUrl: './room-tiles.css',
  host: {
    '[class.showing]': 'session.shown()',
    '[class.many]': 'others().length > 1',
    '[class.away]': 'away()',
    '[style.min-height.px]': 'away()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomTiles {
  protected readonly place = inject(RoomPlace);
  protected readonly store = this.place.store;
  protected readonly session = this.place.visit.session;
  private readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  private readonly outOfSight = signal<number | null>(null);
  /** The height that the place keeps while the others stand in the corner; nobody there, nobody to be seen. */
  protected readonly away = computed(() => (this.others().length > 0 ? this.outOfSight() : null));
  /** Not every browser can. */
  protected readonly mayFill = document.fullscreenEnabled === true;

  protected readonly others = computed(() =>
    this.session.others().map((person) => {
      const name = this.place.sideOf(person)?.participant.name ?? null;
      const role = this.place.roleOf(person);
      const label = this.place.labelOf(person);
      const letters = name ? monogram(name) : person.name.charAt(0);
      return { person, name, role, label, letters, sends: this.sends(person, this.lessThanFull(person.identity)) };
    }),
  );
  /** What I send, and what this computer has not got. */
  protected readonly mine = computed(() => {
    const { microphone, camera, trouble } = this.session;
    const me = this.store.me()?.participant.participantId;
    const sent = { microphoneOn: microphone(), cameraOn: camera() };
    return this.sends(sent, me ? this.lessThanFull(me) : null, trouble());
  });
  protected readonly screenName = computed(() => {
    const shown = this.session.shown();
    if (!shown) return '';
    if (shown.mine) return this.t('room.your_screen');
    const side = this.place.sideOf(shown);
    return this.t('room.screen_of', { name: side ? this.say.called(side.participant.name) : shown.name });
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof IntersectionObserver !== 'function') return;
      const watch = new IntersectionObserver(
        (entries) => {
          const { isIntersecting, boundingClientRect } = entries.at(-1)!;
          this.outOfSight.set(isIntersecting ? null : boundingClientRect.height);
        },
        { threshold: IN_SIGHT },
      );
      watch.observe(host);
      destroyed.onDestroy(() => watch.disconnect());
    });
  }

  protected fill(screen: HTMLElement): void {
    void screen.requestFullscreen().catch(() => undefined);
  }

  /** Voice and picture in words: what somebody chose to do without, and else whether each is on or there at all. */
  private sends(
    { microphoneOn, cameraOn }: Pick<MediaPerson, 'microphoneOn' | 'cameraOn'>,
    mode: LessThanFull | null,
    trouble: Partial<Record<MediaKind, DeviceTrouble>> = {},
  ): { voice: string; on: boolean; picture: string | null } {
    const none = (kind: 'microphone' | 'camera'): boolean => trouble[kind] === 'missing';
    const heard = microphoneOn ? 'media.microphone_on' : none('microphone') ? 'media.no_microphone' : 'media.muted';
    const chosen = mode && this.t(`room.mode.${mode}`);
    const voice = this.t(heard);
    const unseen = this.t(none('camera') ? 'media.no_camera' : 'media.camera_off');
    return {
      voice: mode === 'chat' && !microphoneOn ? chosen! : voice,
      on: microphoneOn,
      picture: cameraOn || (mode === 'chat' && !microphoneOn) ? null : mode === 'audio' ? chosen : unseen,
    };
  }

  private lessThanFull(participantId: string): LessThanFull | null {
    const mode = this.place.affairs.modeOf(participantId);
    return mode === 'full' ? null : mode;
  }
}
