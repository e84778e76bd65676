import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';

@Component({
  selector: 'musubi-people',
  template: `<div class="page-head">
      <h1 class="title-page">{{ t('common.nav.people') }}</h1>
    </div>
    <p class="soft">{{ t('common.being_built') }}</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class People {
  protected readonly t = inject(Words).t;
}
