import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MediaPlays } from './media-plays';
import type { MediaSource } from './media-source';

export interface Heard {
  readonly identity: string;
  readonly voice: MediaSource | null;
  /** The sound of what they show. */
  readonly screenVoice: MediaSource | null;
}

/** What is heard of the people in a room; nothing is seen of it. */
@Component({
  selector: 'musubi-voices',
  imports: [MediaPlays],
  template: `@for (person of people(); track person.identity) {
    @if (person.voice; as voice) {
      <audio [musubiPlays]="voice" autoplay></audio>
    }
    @if (person.screenVoice; as voice) {
      <audio [musubiPlays]="voice" autoplay></audio>
    }
  }`,
  styles: `
    :host {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Voices {
  readonly people = input.required<readonly Heard[]>();
}
