import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { thirdCountriesAtMost } from '@musubi/contracts';
import { placeName, searchThirdCountries } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import type { OpportunityForm } from '../../data/profiles/opportunity-form';
import { Combo, type ComboOption } from '../../ui/forms/combo';
import { Field } from '../../ui/forms/field';
import { Icon } from '../../ui/icon/icon';

/** Of a 1+1: the countries outside the EU and Japan in which the two would work together. */
@Component({
  selector: 'musubi-third-countries',
  imports: [Combo, Field, Icon],
  template: `<musubi-field
    [label]="t('matchmaking.form.countries')"
    [optional]="t('matchmaking.form.optional')"
    [help]="t('matchmaking.form.countries_help')"
  >
    @if (chosen().length > 0) {
      <p class="row-flex">
        @for (country of chosen(); track country.code) {
          <button
            class="chip"
            type="button"
            aria-pressed="true"
            [attr.aria-label]="t('matchmaking.form.regions_remove', { name: country.name })"
            (click)="drop(country.code)"
          >
            {{ country.name }}<svg musubiIcon="x" size="sm"></svg>
          </button>
        }
      </p>
    }
    @if (chosen().length < most) {
      <musubi-combo
        [options]="found()"
        [listLabel]="t('matchmaking.form.countries_add')"
        (typed)="search.set($event)"
        (chosen)="add($event)"
        (left)="search.set('')"
      />
    }
  </musubi-field>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThirdCountries {
  readonly form = input.required<OpportunityForm>();

  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly most = thirdCountriesAtMost;
  protected readonly search = signal('');
  protected readonly chosen = computed(() =>
    this.form()
      .draft()
      .thirdCountries.map((code) => ({ code, name: placeName(code, this.words.lang()) })),
  );
  protected readonly found = computed<ComboOption[]>(() => {
    const taken = this.form().draft().thirdCountries;
    return searchThirdCountries(this.search(), this.words.lang(), 6)
      .filter(({ code }) => !taken.includes(code))
      .map(({ code, name }) => ({ value: code, label: name, meta: code }));
  });

  protected add({ value }: ComboOption): void {
    this.search.set('');
    const { thirdCountries } = this.form().draft();
    if (thirdCountries.length < this.most) this.form().set({ thirdCountries: [...thirdCountries, value] });
  }

  protected drop(code: string): void {
    this.form().set({
      thirdCountries: this.form()
        .draft()
        .thirdCountries.filter((one) => one !== code),
    });
  }
}
