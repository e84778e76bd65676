import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Tie } from '../tie/tie';

/** Nothing here yet: what this is, and what to do next (a link or button as content). */
@Component({
  selector: 'musubi-empty',
  imports: [Tie],
  template: `<musubi-tie state="none" />
    @if (level() === 2) {
      <h2 class="title-part">{{ heading() }}</h2>
    } @else {
      <h3>{{ heading() }}</h3>
    }
    <p class="soft">{{ text() }}</p>
    <ng-content />`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
      padding: var(--space-5) 0;
      max-width: 48ch;
    }
    musubi-tie {
      width: 160px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Empty {
  readonly heading = input.required<string>();
  /** Of the heading; 2 right beneath the page's title. */
  readonly level = input<2 | 3>(3);
  readonly text = input.required<string>();
}
