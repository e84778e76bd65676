import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Note } from '../feedback/note';

export interface ActingWords {
  readonly label: string;
  readonly myself: string;
  /** What stands while one acts for somebody. */
  readonly banner: string;
  readonly stop: string;
}

/** For whom one acts: oneself, or one of those who asked for it. */
@Component({
  selector: 'musubi-acting-for',
  imports: [Note],
  template: `<label class="switch">
      <span class="label">{{ words().label }}</span>
      <select class="input" (change)="choose.emit($any($event.target).value)">
        <option value="" [selected]="!current()">{{ words().myself }}</option>
        @for (one of options(); track one.value) {
          <option [value]="one.value" [selected]="one.value === current()">{{ one.label }}</option>
        }
      </select>
    </label>
    @if (current()) {
      <musubi-note kind="caution" icon="user" role="status">
        {{ words().banner }}
        <button class="btn btn-ghost btn-sm" type="button" (click)="choose.emit('')">{{ words().stop }}</button>
      </musubi-note>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
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
