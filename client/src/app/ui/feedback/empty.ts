import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Tie } from '../tie/tie';

/** Nothing here yet: what this is, and what to do next (a link or button as content). */
@Component({
  selector: 'musubi-empty',
  imports: [Tie],
  template: `<musubi-tie state="none" />
    <h3>{{ heading() }}</h3>
    <p class="soft">{{ text() }}</p>
    <ng-content />`,
  host: { class: 'empty' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
}
