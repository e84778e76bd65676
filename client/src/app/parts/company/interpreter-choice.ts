import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { LanguagePair } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';

/** Between which languages people of these events have each other interpreted. */
const offered = ['ja', 'en', 'fr', 'de', 'es', 'it'] as const;

/** Whether an interpreter is wanted, and between which two languages. */
@Component({
  selector: 'musubi-interpreter-choice',
  template: `<div class="field">
    <label for="interpreter">{{
      t(agreed() && languages() ? 'company.interpreter_change' : 'company.interpreter')
    }}</label>
    <select class="input" id="interpreter" aria-describedby="interpreter-help" (change)="choose($event)">
      <option value="" [selected]="!languages()">{{ t('company.interpreter_none') }}</option>
      @for (pair of pairs(); track pair.key) {
        <option [value]="pair.key" [selected]="pair.key === current()">{{ pair.text }}</option>
      }
    </select>
    <p class="help" id="interpreter-help">
      {{ t(agreed() ? 'company.interpreter_help_agreed' : 'company.interpreter_help') }}
    </p>
  </div>`,
  styles: `
    :host {
      display: block;
      margin-block: var(--space-5);
    }
    select {
      max-width: 320px;
    }
    @media (max-width: 767px) {
      select {
        max-width: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InterpreterChoice {
  readonly languages = input.required<LanguagePair | null>();
  /** The meeting stands already. */
  readonly agreed = input(false);
  readonly languagesChange = output<LanguagePair | null>();

  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly current = computed(() => {
    const pair = this.languages();
    return pair ? keyOf(pair) : '';
  });
  protected readonly pairs = computed(() => {
    const usual = offered.slice(1).map((one): LanguagePair => ['ja', one]);
    const mine = this.languages();
    const all = mine && !usual.some((pair) => keyOf(pair) === keyOf(mine)) ? [...usual, mine] : usual;
    return all.map((pair) => ({
      key: keyOf(pair),
      text: this.t('company.pair', { one: this.say.language(pair[0]), other: this.say.language(pair[1]) }),
    }));
  });

  protected choose(change: Event): void {
    const key = (change.target as HTMLSelectElement).value;
    this.languagesChange.emit(key === '' ? null : (key.split('-') as LanguagePair));
  }
}

const keyOf = (pair: LanguagePair): string => [...pair].sort().join('-');
