import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** A remark that belongs to what stands beside it. */
@Component({
  selector: 'musubi-note',
  imports: [Icon],
  template: `<svg [musubiIcon]="icon()"></svg>
    <div><ng-content /></div>`,
  host: { class: 'note', '[class.note-caution]': 'kind() === "caution"' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Note {
  readonly icon = input<IconName>('info');
  readonly kind = input<'plain' | 'caution'>('plain');
}
