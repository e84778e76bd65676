import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import { Icon } from '../../../ui/icon/icon';
import { MediaPlays } from '../../../ui/media/media-plays';
import { Tile } from '../../../ui/media/tile';
import { Voices } from '../../../ui/media/voices';
import { monogram } from '../../../ui/people/monogram';
import { Name } from '../../../ui/people/name';
import { Tie } from '../../../ui/tie/tie';
import { RoomPlace } from '../room-place';

/** Both sides and the tie between them; a screen that is shown takes the larger place. */
@Component({
  selector: 'musubi-room-tiles',
  imports: [Icon, MediaPlays, Name, Tie, Tile, Voices],
  templateUrl: './room-tiles.html',
  styleUrl: './room-tiles.css',
  host: { '[class.showing]': 'session.shown()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomTiles {
  protected readonly place = inject(RoomPlace);
  protected readonly store = this.place.store;
  protected readonly session = this.place.visit.session;
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly partnerLetters = computed(() => {
    const partner = this.store.partner();
    return partner ? monogram(partner.participant.name) : '';
  });
  protected readonly screenName = computed(() =>
    this.session.shown()?.mine ? this.t('room.your_screen') : this.t('room.screen_of', { name: this.place.called() }),
  );
}
