import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { Shortcuts } from './shortcuts';

/** The list of shortcuts, and the switch that turns them off. */
@Component({
  selector: 'musubi-shortcut-list',
  template: `<div class="dialog">
    <h2 id="dialog-heading" class="title-section">{{ t('common.shortcuts.heading') }}</h2>
    <dl>
      @for (one of all; track one.key) {
        <div>
          <dt>
            @for (key of one.keys; track $index) {
              <kbd>{{ key }}</kbd>
            }
          </dt>
          <dd>{{ t(one.key) }}</dd>
        </div>
      }
    </dl>
    <label class="check"
      ><input
        type="checkbox"
        [checked]="shortcuts.on()"
        (change)="shortcuts.turn($any($event.target).checked)"
      /><span>{{ t('common.shortcuts.on') }}</span></label
    >
    <p class="row-flex">
      <button class="btn" type="button" (click)="dialog.close()">{{ t('common.close') }}</button>
    </p>
  </div>`,
  styles: `
    dl {
      margin: var(--space-4) 0;
      display: grid;
      gap: var(--space-2);
    }
    dl div {
      display: grid;
      grid-template-columns: 72px 1fr;
      align-items: center;
    }
    dt {
      display: flex;
      gap: var(--space-1);
    }
    .row-flex {
      margin-top: var(--space-4);
      justify-content: flex-end;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutList {
  protected readonly t = inject(Words).t;
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly dialog = inject<DialogRef<void>>(DialogRef);
  protected readonly all = [
    { keys: ['g', 'h'], key: 'common.nav.home' },
    { keys: ['g', 'p'], key: 'common.nav.programme' },
    { keys: ['g', 'k'], key: 'common.nav.matchmaking' },
    { keys: ['g', 'm'], key: 'common.nav.meetings' },
    { keys: ['g', 'f'], key: 'common.nav.follow_up' },
    { keys: ['g', 'a'], key: 'common.nav.account' },
    { keys: ['/'], key: 'common.search' },
    { keys: ['?'], key: 'common.shortcuts.this' },
  ];
}
