import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The knot and the name; put it inside a link with class `brand`. */
@Component({
  selector: 'musubi-brand',
  template: `<svg viewBox="4 4 40 16" aria-hidden="true">
      <path d="M4 12H14C24 12 30 18 30 12S24 6 18 12 12 18 12 18" />
      <path d="M44 12H34C24 12 18 6 18 12S24 18 30 12 36 6 36 6" />
    </svg>
    <span>Musubi</span> <span lang="ja">結び</span>`,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {}
