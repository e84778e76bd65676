import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PersonName } from '@musubi/contracts';
import { monogram } from './monogram';

/** Monogram of a person: family-name kanji or Latin initials; a dot while they are here. */
@Component({
  selector: 'musubi-mono',
  template: `{{ letters() }}`,
  styles: `
    :host {
      position: relative;
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      flex: none;
      border-radius: var(--radius);
      border: var(--hairline) solid var(--color-rule-strong);
      background: var(--color-sheet);
      color: var(--color-ink-soft);
      font-size: var(--text-sm);
      font-weight: var(--weight-title);
    }
    :host([data-size='sm']) {
      width: 32px;
      height: 32px;
      font-size: var(--text-xs);
    }
    :host([data-size='lg']) {
      width: 56px;
      height: 56px;
      font-size: var(--text-lg);
    }
    :host([data-here])::after {
      content: '';
      position: absolute;
      right: -4px;
      bottom: -4px;
      width: 12px;
      height: 12px;
      border-radius: 50%;
      background: var(--color-good);
      border: 2px solid var(--color-ground);
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[attr.data-size]': 'size()',
    '[attr.data-here]': 'here() ? "" : null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mono {
  readonly name = input.required<PersonName>();
  readonly size = input<'sm' | 'md' | 'lg'>('md');
  readonly here = input(false);
  protected readonly letters = computed(() => monogram(this.name()));
}
