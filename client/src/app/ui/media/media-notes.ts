import { ChangeDetectionStrategy, Component, input, type Signal } from '@angular/core';
import { Note } from '../feedback/note';

/** How the line of somebody in a room stands. */
export interface MediaLine {
  readonly state: Signal<string>;
  /** The browser plays no sound before a click. */
  readonly silenced: Signal<boolean>;
  unsilence(): Promise<void>;
}

export interface MediaNoteWords {
  readonly reconnecting: string;
  readonly silenced: string;
  readonly soundOn: string;
}

/** What is amiss with one's own line, sound and devices, each in one line. */
@Component({
  selector: 'musubi-media-notes',
  imports: [Note],
  template: `@if (line().state() === 'reconnecting') {
      <musubi-note icon="hourglass" kind="caution" role="status">{{ words().reconnecting }}</musubi-note>
    }
    @if (line().silenced()) {
      <musubi-note icon="volume"
        >{{ words().silenced }}
        <button class="btn btn-sm" type="button" (click)="line().unsilence()">{{ words().soundOn }}</button>
      </musubi-note>
    }
    @for (trouble of troubles(); track trouble) {
      <musubi-note icon="alert" kind="caution" role="status">{{ trouble }}</musubi-note>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    :host:empty {
      display: none;
    }
    .btn {
      margin-left: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediaNotes {
  readonly line = input.required<MediaLine>();
  /** Why devices give nothing. */
  readonly troubles = input.required<readonly string[]>();
  readonly words = input.required<MediaNoteWords>();
}
