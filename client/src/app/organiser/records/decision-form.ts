import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { type DecisionInput, verdictStates, type VerdictState } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Control, Field, focusFirstError } from '../../ui/forms/field';

export type Decided = Omit<DecisionInput, 'place'>;
/** `0` and `1` name the side that was missing; `excluded` is what was not held because technology failed. */
type Choice = Exclude<VerdictState, 'no_show'> | 'no_show 0' | 'no_show 1' | 'excluded';

const choices: readonly Choice[] = [
  ...verdictStates.filter((state) => state !== 'no_show'),
  'no_show 0',
  'no_show 1',
  'excluded',
] as Choice[];

/** What it was, in the organisers' view, and why. */
@Component({
  selector: 'musubi-decision-form',
  imports: [Control, Field],
  template: `
    <form novalidate (submit)="send($event)">
      <fieldset [attr.aria-invalid]="unchosen() ? true : null" tabindex="-1">
        <legend class="field-label">{{ t('records.decide.legend') }}</legend>
        @for (one of choices; track one) {
          <label class="check">
            <input type="radio" name="verdict" [checked]="one === chosen()" (change)="chosen.set(one)" /><span>{{
              t('records.choice.' + one, { one: sides()[0], other: sides()[1] })
            }}</span>
          </label>
        }
        @if (unchosen(); as text) {
          <p class="error">{{ text }}</p>
        }
      </fieldset>
      <musubi-field [label]="t('records.decide.reason')" [help]="t('records.decide.help')" [error]="error()">
        <textarea
          musubiControl
          rows="3"
          maxlength="600"
          [value]="reason()"
          (input)="reason.set($any($event.target).value)"
        ></textarea>
      </musubi-field>
      <p>
        <button class="btn btn-primary" type="submit" [disabled]="busy()">{{ t('records.decide.send') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    legend {
      padding: 0 0 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionForm {
  /** What the two sides are called. */
  readonly sides = input.required<readonly [string, string]>();
  readonly busy = input(false);
  readonly decided = output<Decided>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = inject(Words).t;
  protected readonly choices = choices;
  protected readonly chosen = signal<Choice | null>(null);
  protected readonly reason = signal('');
  protected readonly unchosen = signal<string | null>(null);
  protected readonly error = signal<string | null>(null);

  protected send(submit: Event): void {
    submit.preventDefault();
    const [chosen, reason] = [this.chosen(), this.reason().trim()];
    this.unchosen.set(chosen ? null : this.t('records.decide.choice_missing'));
    this.error.set(reason.length < 3 ? this.t('records.decide.reason_missing') : null);
    if (chosen && !this.error()) this.decided.emit({ ...meant(chosen), reason });
    else setTimeout(() => focusFirstError(this.element));
  }
}

function meant(choice: Choice): Pick<Decided, 'state' | 'absentSide' | 'excluded'> {
  switch (choice) {
    case 'excluded':
      return { state: 'not_held', absentSide: null, excluded: true };
    case 'no_show 0':
    case 'no_show 1':
      return { state: 'no_show', absentSide: choice === 'no_show 0' ? 0 : 1, excluded: false };
    default:
      return { state: choice, absentSide: null, excluded: false };
  }
}
