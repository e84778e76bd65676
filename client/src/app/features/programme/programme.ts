import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';

@Component({
  selector: 'musubi-programme',
  template: `<div class="page-head">
      <h1 class="title-page">{{ t('common.nav.programme') }}</h1>
    </div>
    <p class="soft">{{ t('common.being_built') }}</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Programme {
  protected readonly t = inject(Words).t;
}
