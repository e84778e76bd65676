import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type StateKind = 'plain' | 'good' | 'caution' | 'bad' | 'live' | 'quiet';

/** A state: icon and word, colour last. `<musubi-state icon="check" kind="good">Confirmed</musubi-state>` */
@Component({
  selector: 'musubi-state',
  imports: [Icon],
  template: `<svg [musubiIcon]="icon()"></svg><ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-size: var(--text-sm);
      font-weight: var(--weight-label);
      color: var(--color-ink-soft);
      white-space: nowrap;
      line-height: 1.5;
    }
    svg {
      width: 16px;
      height: 16px;
    }
    :host([data-kind='good']) {
      color: var(--color-good);
    }
    :host([data-kind='caution']) {
      color: var(--color-caution);
    }
    :host([data-kind='bad']) {
      color: var(--color-bad);
    }
    :host([data-kind='live']) {
      color: var(--color-tie-ink);
    }
    :host([data-kind='quiet']) {
      color: var(--color-ink-faint);
    }
  `,
  host: { '[attr.data-kind]': 'kind()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class State {
  readonly icon = input.required<IconName>();
  readonly kind = input<StateKind>('plain');
}
