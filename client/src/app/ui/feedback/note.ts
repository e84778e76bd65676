import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** A remark that belongs to what stands beside it. */
@Component({
  selector: 'musubi-note',
  imports: [Icon],
  template: `<svg [musubiIcon]="icon()"></svg>
    <div><ng-content /></div>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 20px 1fr;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border: var(--hairline) solid var(--color-rule-strong);
      border-radius: var(--radius);
      font-size: 0.875rem;
      line-height: 1.5;
    }
    svg {
      margin-top: 1px;
      color: var(--color-ink-soft);
    }
    :host([data-kind='caution']) {
      background: var(--color-caution-wash);
      border-color: transparent;
    }
    :host([data-kind='caution']) svg {
      color: var(--color-caution);
    }
  `,
  host: { '[attr.data-kind]': 'kind()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Note {
  readonly icon = input<IconName>('info');
  readonly kind = input<'plain' | 'caution'>('plain');
}
