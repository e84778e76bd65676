import { computed, inject, type Signal } from '@angular/core';
import { Words } from '../core/i18n/words';
import type { FrameWords } from '../ui/layout/shell-frame';

/** The words around the pages of signed-in people. */
export function frameWords(): Signal<FrameWords> {
  const { t } = inject(Words);
  return computed(() => ({
    skip: t('common.skip'),
    brand: t('common.brand_home'),
    places: t('common.nav.main'),
    clocks: t('common.time_now'),
    ownTime: t('common.your_time'),
    account: t('common.nav.account'),
    search: t('common.search'),
    switchEvent: t('common.event_switch'),
  }));
}
