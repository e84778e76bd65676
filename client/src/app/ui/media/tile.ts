import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { MediaPlays } from './media-plays';
import type { MediaSource } from './media-source';

/** One person's place on a dark ground: their picture, or their monogram while the camera is off. Name and marks are content. */
@Component({
  selector: 'musubi-tile',
  imports: [Icon, MediaPlays],
  template: `@if (video(); as source) {
      <video
        [musubiPlays]="source"
        [class.mirror]="mirror()"
        [attr.aria-label]="label()"
        playsinline
        autoplay
        [muted]="true"
      ></video>
    } @else {
      <span class="letters" aria-hidden="true">{{ letters() }}</span>
    }
    @if (speaking()) {
      <span class="tag"><svg musubiIcon="volume" size="sm"></svg>{{ speakingWord() }}</span>
    }
    <div class="plate"><ng-content /></div>`,
  styleUrl: './tile.css',
  host: { role: 'group', '[attr.aria-label]': 'label()', '[attr.data-speaking]': 'speaking() ? "" : null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tile {
  /** Null while the camera is off. */
  readonly video = input.required<MediaSource | null>();
  /** Whose place it is, in words. */
  readonly label = input.required<string>();
  readonly letters = input<string>('');
  /** One sees oneself as in a mirror. */
  readonly mirror = input(false);
  readonly speaking = input(false);
  readonly speakingWord = input<string>('');
}
