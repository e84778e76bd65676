import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One thing a list can be narrowed to, with how many it would show. */
export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly set: boolean;
  readonly toggle: () => void;
}

/** Choices of one kind under their name; content: what follows them. */
@Component({
  selector: 'musubi-facet-choices',
  template: `<fieldset>
    <legend>{{ legend() }}</legend>
    @for (choice of choices(); track choice.value) {
      <label class="check" [class.zero]="choice.count === 0">
        <input type="checkbox" [checked]="choice.set" (change)="choice.toggle()" />
        <span
          >{{ choice.label }} <span class="count-num">{{ choice.count }}</span></span
        >
      </label>
    }
    <ng-content />
  </fieldset>`,
  styles: `
    fieldset {
      display: grid;
      gap: 2px;
      min-width: 0;
    }
    legend {
      font-size: var(--text-sm);
      font-weight: var(--weight-title);
      margin-bottom: var(--space-2);
      padding: 0;
    }
    .check {
      font-size: 0.875rem;
      padding: 3px 0;
    }
    .check > span {
      display: flex;
      gap: var(--space-2);
    }
    :host ::ng-deep .btn {
      justify-self: start;
    }
    .zero {
      color: var(--color-ink-faint);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FacetChoices {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly FacetChoice[]>();
}
