import { inject, Injectable } from '@angular/core';
import type { VerdictState } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import type { StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';

interface Found {
  readonly state: VerdictState;
  readonly excluded: boolean;
}

const looks: Record<VerdictState, { icon: IconName; kind: StateKind }> = {
  held: { icon: 'check', kind: 'good' },
  cut_short: { icon: 'clock', kind: 'caution' },
  no_show: { icon: 'alert', kind: 'caution' },
  not_held: { icon: 'dash', kind: 'quiet' },
};

/** How records are shown to organisers. Needs the words of the area `records`. */
@Injectable({ providedIn: 'root' })
export class RecordWords {
  private readonly t = inject(Words).t;

  look({ state, excluded }: Found): { icon: IconName; kind: StateKind; text: string } {
    return { ...looks[state], text: this.t(`records.state.${excluded ? 'excluded' : state}`) };
  }
}
