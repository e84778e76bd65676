import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** Milliseconds in which many changes become one reading: sixty rooms open in the same second. */
export const GATHER = 800;

/** What many changes ask for is done once after a pause; while nobody looks at the tab, once it is looked at again. */
export class Gathering {
  private readonly document = inject(DOCUMENT);
  private readonly act: () => void;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private owed = false;

  /** @param act what is asked for; needs the injection context of whom it belongs to */
  constructor(act: () => void) {
    this.act = act;
    const look = (): void => {
      if (this.owed && !this.hidden()) this.ask();
    };
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', look);
      clearTimeout(this.pause);
    });
  }

  ask(): void {
    this.owed = true;
    if (!this.hidden()) this.pause ??= setTimeout(() => this.settle(), GATHER);
  }

  private settle(): void {
    this.pause = undefined;
    if (this.hidden()) return;
    this.owed = false;
    this.act();
  }

  private hidden(): boolean {
    return this.document.visibilityState === 'hidden';
  }
}
