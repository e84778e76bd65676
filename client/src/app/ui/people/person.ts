import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Lang, PersonName } from '@musubi/contracts';
import { Mono } from './mono';
import { Name } from './name';

/** Monogram, name in both scripts, and a line beneath (organisation, title); more lines as content. */
@Component({
  selector: 'musubi-person',
  imports: [Mono, Name],
  template: `<musubi-mono [name]="name()" [size]="size()" [here]="here()" />
    <div>
      <musubi-name [name]="name()" [lang]="lang()" [honorific]="honorific()" />
      @if (sub()) {
        <small>{{ sub() }}</small>
      }
      <ng-content />
    </div>`,
  host: { class: 'person' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Person {
  readonly name = input.required<PersonName>();
  readonly lang = input.required<Lang>();
  readonly sub = input<string>('');
  readonly size = input<'sm' | 'md' | 'lg'>('md');
  readonly here = input(false);
  readonly honorific = input(true);
}
