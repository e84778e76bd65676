import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Lang, SpeakerCard } from '@musubi/contracts';
import type { MediaPerson } from '../../data/room/media/media-person';
import { speakerName } from '../../data/programme/words/speaker-name';
import { MediaPlays } from '../../ui/media/media-plays';
import { Tile } from '../../ui/media/tile';
import { Voices } from '../../ui/media/voices';

/** What is on the stage: a screen if one is shown, and those who speak beside it. Words over it are content. */
@Component({
  selector: 'musubi-picture',
  imports: [MediaPlays, Tile, Voices],
  template: `@if (shown(); as person) {
      @if (!soundOnly()) {
        <div class="screen">
          <video
            [musubiPlays]="person.screen"
            [attr.aria-label]="words().screen"
            playsinline
            autoplay
            [muted]="true"
          ></video>
        </div>
      }
    }
    @if (soundOnly()) {
      <p class="only">{{ words().soundOnly }}</p>
    }
    <div class="cams" [attr.data-count]="cams().length">
      @for (cam of cams(); track cam.person.identity) {
        <musubi-tile
          [video]="soundOnly() ? null : cam.person.camera"
          [label]="cam.name"
          [letters]="cam.letters"
          [mirror]="cam.person.mine"
          [speaking]="cam.person.speaking"
          [speakingWord]="words().speaking"
        >
          <span
            >{{ cam.name }}
            @if (cam.local) {
              <span class="local">{{ cam.local }}</span>
            }
            @if (cam.person.mine) {
              <span class="local">{{ words().you }}</span>
            }
          </span>
        </musubi-tile>
      }
    </div>
    <ng-content />
    <musubi-voices [people]="people()" />`,
  styleUrl: './picture.css',
  host: { '[class.showing]': 'shown() !== null && !soundOnly()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Picture {
  readonly people = input.required<readonly MediaPerson[]>();
  /** Whose screen is shown. */
  readonly shown = input.required<MediaPerson | null>();
  readonly speakers = input.required<readonly SpeakerCard[]>();
  readonly lang = input.required<Lang>();
  readonly soundOnly = input(false);
  readonly words = input.required<{ speaking: string; you: string; screen: string; soundOnly: string }>();

  protected readonly cams = computed(() =>
    this.people().map((person) => {
      // The video server knows one name; the programme knows both scripts of it.
      const card = this.speakers().find(({ name, nameLocal }) => name === person.name || nameLocal === person.name);
      const { first, second } = speakerName(card ?? { name: person.name, nameLocal: null }, this.lang());
      const own = card?.nameLocal && /\p{Script=Han}/u.test(card.nameLocal) ? card.nameLocal : null;
      return {
        person,
        name: first,
        local: second,
        letters: own
          ? [...own][0]!
          : (card?.name ?? person.name)
              .split(/\s+/u)
              .map((part) => [...part][0] ?? '')
              .join('')
              .slice(0, 2)
              .toUpperCase(),
      };
    }),
  );
}
