import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { agreementName, agreementsOf } from '@musubi/reference/named-agreements';
import { Words } from '../../core/i18n/words';
import type { OpportunityForm } from '../../data/profiles/opportunity-form';
import { Control, Field } from '../../ui/forms/field';

/** Which agreement is to be widened: one that is known of the region, or another in words. */
@Component({
  selector: 'musubi-widened-agreement',
  imports: [Control, Field],
  template: `@if (known().length > 0) {
      <musubi-field [label]="t('matchmaking.form.agreement')" [optional]="t('matchmaking.form.optional')">
        <select musubiControl (change)="form().set({ agreementId: $any($event.target).value || null })">
          <option value="" [selected]="!form().draft().agreementId">{{ t('matchmaking.form.agreement_none') }}</option>
          @for (one of known(); track one.id) {
            <option [value]="one.id" [selected]="one.id === form().draft().agreementId">{{ one.name }}</option>
          }
        </select>
      </musubi-field>
    }
    @if (!form().draft().agreementId) {
      <musubi-field
        [label]="t('matchmaking.form.agreement_name')"
        [optional]="t('matchmaking.form.optional')"
        [help]="t('matchmaking.form.agreement_name_help')"
      >
        <input
          musubiControl
          maxlength="160"
          [value]="form().draft().agreementName"
          (input)="form().set({ agreementName: $any($event.target).value })"
        />
      </musubi-field>
    }`,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WidenedAgreement {
  readonly form = input.required<OpportunityForm>();
  /** Where the organisation is: its agreements can be chosen. */
  readonly region = input.required<string | null>();

  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly known = computed(() =>
    agreementsOf(this.region() ?? '').map(({ id }) => ({ id, name: agreementName(id, this.words.lang()) })),
  );
}
