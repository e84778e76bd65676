import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { DisputeInput } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Control, Field, focusFirstError } from '../../../ui/forms/field';

export type Disputed = DisputeInput;

/** Why the record is not right, for the organisers alone. */
@Component({
  selector: 'musubi-dispute-form',
  imports: [Control, Field],
  template: `
    <form class="panel" novalidate (submit)="send($event)">
      <p class="meta">{{ t('record.dispute.help') }}</p>
      <musubi-field [label]="t('record.dispute.reason')">
        <select musubiControl (change)="reason.set($any($event.target).value)">
          @for (one of reasons(); track one) {
            <option [value]="one" [selected]="one === reason()">{{ t('record.reason.' + one) }}</option>
          }
        </select>
      </musubi-field>
      <musubi-field [label]="t('record.dispute.statement')" [error]="error()">
        <textarea
          musubiControl
          rows="3"
          maxlength="600"
          [value]="statement()"
          (input)="statement.set($any($event.target).value)"
        ></textarea>
      </musubi-field>
      <p>
        <button class="btn btn-primary btn-sm" type="submit" [disabled]="busy()">{{ t('record.dispute.send') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DisputeForm {
  readonly busy = input(false);
  readonly reasons = input.required<readonly DisputeInput['reason'][]>();
  /** What is likely, from what they said before. */
  readonly likely = input.required<DisputeInput['reason']>();
  readonly disputed = output<Disputed>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = inject(Words).t;
  protected readonly reason = linkedSignal(() => this.likely());
  protected readonly statement = signal('');
  protected readonly error = signal<string | null>(null);

  protected send(submit: Event): void {
    submit.preventDefault();
    const statement = this.statement().trim();
    this.error.set(statement.length < 3 ? this.t('record.dispute.statement_missing') : null);
    if (this.error()) setTimeout(() => focusFirstError(this.element));
    else this.disputed.emit({ reason: this.reason(), statement });
  }
}
