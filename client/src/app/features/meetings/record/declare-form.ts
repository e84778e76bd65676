import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { declaredPlaces, type DeclaredPlace } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';

/** Where the two met, if it was not where the platform looked. */
@Component({
  selector: 'musubi-declare-form',
  template: `
    <form class="panel" (submit)="send($event)">
      <fieldset>
        <legend class="field-label">{{ t('record.declare.where') }}</legend>
        @for (one of places; track one) {
          <label class="check">
            <input
              type="radio"
              name="place"
              [value]="one"
              [checked]="one === place()"
              (change)="place.set(one)"
            /><span>{{ t('record.place.' + one) }}</span>
          </label>
        }
      </fieldset>
      <p class="meta">{{ t('record.declare.help', { name: name() }) }}</p>
      <p>
        <button class="btn btn-primary btn-sm" type="submit" [disabled]="busy()">{{ t('record.declare.send') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-3);
      margin-top: var(--space-4);
    }
    legend {
      padding: 0 0 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeclareForm {
  readonly name = input.required<string>();
  readonly busy = input(false);
  readonly declared = output<DeclaredPlace>();

  protected readonly t = inject(Words).t;
  protected readonly places = declaredPlaces;
  protected readonly place = signal<DeclaredPlace>('phone');

  protected send(submit: Event): void {
    submit.preventDefault();
    this.declared.emit(this.place());
  }
}
