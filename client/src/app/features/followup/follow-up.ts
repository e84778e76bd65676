import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';

@Component({
  selector: 'musubi-follow-up',
  template: `<div class="page-head">
      <h1 class="title-page">{{ t('common.nav.follow_up') }}</h1>
    </div>
    <p class="soft">{{ t('common.being_built') }}</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowUp {
  protected readonly t = inject(Words).t;
}
