import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type IconName, icons } from './icons';

/** `<svg musubiIcon="check"></svg>`: never alone for a state, always beside its word. Small: `size="sm"` (16 px). */
@Component({
  selector: 'svg[musubiIcon]',
  template: `<svg:path [attr.d]="path()" />`,
  host: {
    class: 'icon',
    '[class.icon-sm]': 'size() === "sm"',
    viewBox: '0 0 24 24',
    'aria-hidden': 'true',
    focusable: 'false',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly musubiIcon = input.required<IconName>();
  readonly size = input<'md' | 'sm'>('md');
  protected readonly path = computed(() => icons[this.musubiIcon()]);
}
