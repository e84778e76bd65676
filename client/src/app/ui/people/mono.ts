import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PersonName } from '@musubi/contracts';
import { monogram } from './monogram';

/** Monogram of a person: family-name kanji or Latin initials; a dot while they are here. */
@Component({
  selector: 'musubi-mono',
  template: `{{ letters() }}`,
  host: {
    class: 'mono',
    'aria-hidden': 'true',
    '[class.mono-sm]': 'size() === "sm"',
    '[class.mono-lg]': 'size() === "lg"',
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
