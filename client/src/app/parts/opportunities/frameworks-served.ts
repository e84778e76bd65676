import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PolicyFramework } from '@musubi/contracts';
import { frameworks } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import type { OpportunityForm } from '../../data/profiles/opportunity-form';

/** Which policy frameworks an opportunity serves. */
@Component({
  selector: 'musubi-frameworks-served',
  template: `<fieldset class="field">
    <legend>
      {{ t('matchmaking.form.frameworks') }} <span class="optional">{{ t('matchmaking.form.optional') }}</span>
    </legend>
    @for (one of all; track one.code) {
      <label class="check">
        <input type="checkbox" [checked]="form().draft().frameworks.includes(one.code)" (change)="toggle(one.code)" />
        <span>{{ one[words.lang()] }}</span>
      </label>
    }
  </fieldset>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrameworksServed {
  readonly form = input.required<OpportunityForm>();

  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly all = frameworks;

  protected toggle(code: PolicyFramework): void {
    const { frameworks: chosen } = this.form().draft();
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    this.form().set({ frameworks: next });
  }
}
