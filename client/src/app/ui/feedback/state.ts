import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type StateKind = 'plain' | 'good' | 'caution' | 'bad' | 'live' | 'quiet';

/** A state: icon and word, colour last. `<musubi-state icon="check" kind="good">Confirmed</musubi-state>` */
@Component({
  selector: 'musubi-state',
  imports: [Icon],
  template: `<svg [musubiIcon]="icon()"></svg><ng-content />`,
  host: {
    class: 'state',
    '[class.state-good]': 'kind() === "good"',
    '[class.state-caution]': 'kind() === "caution"',
    '[class.state-bad]': 'kind() === "bad"',
    '[class.state-live]': 'kind() === "live"',
    '[class.state-quiet]': 'kind() === "quiet"',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class State {
  readonly icon = input.required<IconName>();
  readonly kind = input<StateKind>('plain');
}
