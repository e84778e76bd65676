import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { MediaSource } from './media-source';

/** On a video or audio element: plays the source while it is there. */
@Directive({ selector: 'video[musubiPlays], audio[musubiPlays]' })
export class MediaPlays {
  readonly musubiPlays = input.required<MediaSource | null>();

  constructor() {
    const element = inject<ElementRef<HTMLMediaElement>>(ElementRef).nativeElement;
    effect((onCleanup) => {
      const source = this.musubiPlays();
      if (!source) return;
      source.attach(element);
      onCleanup(() => source.detach(element));
    });
  }
}
