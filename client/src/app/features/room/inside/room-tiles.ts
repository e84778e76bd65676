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
import type { MediaPerson } from '../../../data/room/media/media-person';
import { Icon } from '../../../ui/icon/icon';
import { MediaPlays } from '../../../ui/media/media-plays';
import { Tile } from '../../../ui/media/tile';
import { Voices } from '../../../ui/media/voices';
import { monogram } from '../../../ui/people/monogram';
import { Name } from '../../../ui/people/name';
import { Tie } from '../../../ui/tie/tie';
import { RoomPlace } from '../room-place';

/** Of its height: what is seen less of counts as out of sight. */
const IN_SIGHT = 0.3;

/**
 * Everybody in the room, and the tie between the sides; a screen that is shown takes the larger place. Scrolled out of sight
 * the others stay in a corner.
 */
@Component({
  selector: 'musubi-room-tiles',
  imports: [Icon, MediaPlays, Name, Tie, Tile, Voices],
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
      return { person, name, role, label, letters, mode: this.modeOf(person) };
    }),
  );
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

  /** Less than everything, as they chose. */
  private modeOf({ identity }: MediaPerson): Exclude<RoomMode, 'full'> | null {
    const mode = this.place.affairs.modeOf(identity);
    return mode === 'full' ? null : mode;
  }
}
