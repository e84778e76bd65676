import { Location } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  signal,
} from '@angular/core';

/** First stop of the tab key: leads past the navigation to `#main`. The address stays: with a base href `#main` would leave the page. */
@Component({
  selector: 'musubi-skip-link',
  template: `<a class="skip" [href]="here() + '#main'" (click)="skip($event)">{{ label() }}</a>`,
  styles: `
    :host {
      display: contents;
    }
    .skip {
      position: absolute;
      left: var(--space-4);
      top: -64px;
      z-index: 9;
      padding: var(--space-2) var(--space-4);
      background: var(--color-primary);
      color: var(--color-on-primary);
      border-radius: var(--radius);
    }
    .skip:focus {
      top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipLink {
  readonly label = input.required<string>();
  private readonly location = inject(Location);
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  /** This page's own address: before the page has come alive the link is followed, afterwards a click is answered here. */
  protected readonly here = signal(this.address());

  constructor() {
    afterNextRender(() => {
      this.here.set(this.address());
      this.destroyed.onDestroy(this.location.onUrlChange(() => this.here.set(this.address())));
    });
  }

  protected skip(click: Event): void {
    click.preventDefault();
    const main = this.document.getElementById('main');
    main?.focus();
    main?.scrollIntoView();
  }

  private address(): string {
    return this.location.prepareExternalUrl(this.location.path());
  }
}
