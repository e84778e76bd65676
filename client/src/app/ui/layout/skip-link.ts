import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';

/** First stop of the tab key: leads past the navigation to `#main`. The address stays: with a base href `#main` would leave the page. */
@Component({
  selector: 'musubi-skip-link',
  template: `<a class="skip" [href]="here + '#main'" (click)="skip($event)">{{ label() }}</a>`,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipLink {
  readonly label = input.required<string>();
  private readonly location = inject(Location);
  /** As served; once the page has come alive a click is answered here. */
  protected readonly here = this.location.prepareExternalUrl(this.location.path());
  private readonly document = inject(DOCUMENT);

  protected skip(click: Event): void {
    click.preventDefault();
    const main = this.document.getElementById('main');
    main?.focus();
    main?.scrollIntoView();
  }
}
