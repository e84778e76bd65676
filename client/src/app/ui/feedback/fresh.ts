import { DestroyRef, Directive, effect, inject, input, signal } from '@angular/core';

/** `[musubiFresh]="version"`: when the value changes after the first time, a vermilion edge, and the wash for 2.4 s. */
@Directive({
  selector: '[musubiFresh]',
  host: { '[class.changed]': 'changed()', '[attr.data-fresh]': 'fresh() ? "" : null' },
})
export class Fresh {
  readonly musubiFresh = input.required<unknown>();
  /** Set it for rows that are new since the list was last seen. */
  readonly unseen = input(false);
  protected readonly fresh = signal(false);
  protected readonly changed = signal(false);

  constructor() {
    let first = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    effect(() => {
      this.musubiFresh();
      const unseen = this.unseen();
      if (first && !unseen) {
        first = false;
        return;
      }
      first = false;
      this.changed.set(true);
      this.fresh.set(true);
      clearTimeout(timer);
      timer = setTimeout(() => this.fresh.set(false), 2400);
    });
  }
}
