import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { InterpreterInput, LanguagePair } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';

export type NewInterpreter = Omit<InterpreterInput, 'available'>;

const offered: readonly LanguagePair[] = ['en', 'fr', 'de', 'es', 'it'].map((one): LanguagePair => ['ja', one]);

/** Who interprets: name, address, languages, and how much of it without a break. */
@Component({
  selector: 'musubi-add-interpreter',
  template: `<form class="panel" (submit)="send($event)">
    <div class="two">
      <div class="field">
        <label for="interpreter-given">{{ t('company.board.given') }}</label>
        <input class="input" id="interpreter-given" name="given" autocomplete="off" required maxlength="80" />
      </div>
      <div class="field">
        <label for="interpreter-family">{{ t('company.board.family') }}</label>
        <input class="input" id="interpreter-family" name="family" autocomplete="off" required maxlength="80" />
      </div>
    </div>
    <div class="field">
      <label for="interpreter-address">{{ t('company.board.address') }}</label>
      <input class="input" id="interpreter-address" name="address" type="email" autocomplete="off" required />
    </div>
    <fieldset>
      <legend>{{ t('company.board.pairs') }}</legend>
      @for (pair of offered; track pair[1]; let first = $first) {
        <label class="check">
          <input type="checkbox" name="pairs" [value]="pair[1]" [checked]="first" />
          {{ t('company.pair', { one: say.language(pair[0]), other: say.language(pair[1]) }) }}
        </label>
      }
    </fieldset>
    <div class="two">
      <div class="field">
        <label for="interpreter-row">{{ t('company.board.row') }}</label>
        <input class="input" id="interpreter-row" name="row" type="number" min="1" max="12" value="3" required />
      </div>
      <div class="field">
        <label for="interpreter-break">{{ t('company.board.break') }}</label>
        <input class="input" id="interpreter-break" name="break" type="number" min="5" max="120" value="15" required />
      </div>
    </div>
    <p class="row-flex">
      <button class="btn btn-primary" type="submit" [disabled]="busy()">{{ t('company.board.save') }}</button>
      <button class="btn btn-ghost" type="button" (click)="left.emit()">{{ t('company.board.cancel') }}</button>
    </p>
  </form>`,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
      max-width: var(--measure);
      margin-top: var(--space-4);
    }
    .two {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    }
    fieldset {
      display: grid;
      gap: var(--space-2);
      padding: 0;
      border: 0;
    }
    .check {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddInterpreter {
  readonly busy = input(false);
  readonly added = output<NewInterpreter>();
  readonly left = output();

  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly offered = offered;

  protected send(submit: Event): void {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const pairs = form.getAll('pairs').map((one): LanguagePair => ['ja', String(one)]);
    if (!text('given') || !text('family') || !text('address') || pairs.length === 0) return;
    this.added.emit({
      address: text('address'),
      name: {
        givenLatin: text('given'),
        familyLatin: text('family'),
        givenLocal: null,
        familyLocal: null,
        givenKana: null,
        familyKana: null,
      },
      pairs,
      inARow: Number(text('row')),
      breakMinutes: Number(text('break')),
    });
  }
}
