import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

export interface ActingWords {
  readonly label: string;
  readonly myself: string;
}

/** For whom one acts: oneself, or one of those who asked for it. */
@Component({
  selector: 'musubi-acting-for',
  template: `<label class="switch">
    <span class="label">{{ words().label }}</span>
    <select class="input" (change)="choose.emit($any($event.target).value)">
      <option value="" [selected]="!current()">{{ words().myself }}</option>
      @for (one of options(); track one.value) {
        <option [value]="one.value" [selected]="one.value === current()">{{ one.label }}</option>
      }
    </select>
  </label>`,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--space-4);
    }
    .switch {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
    }
    .input {
      width: auto;
      min-width: 220px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActingFor {
  readonly options = input.required<readonly { readonly value: string; readonly label: string }[]>();
  /** Empty for oneself. */
  readonly current = input.required<string>();
  readonly words = input.required<ActingWords>();
  readonly choose = output<string>();
}
