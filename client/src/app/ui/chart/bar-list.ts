import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** As it is written, where that is more than the number. */
  readonly text?: string;
}

/** Figures with a bar each, all on one scale; the number stands beside it, so the list reads without the bars. */
@Component({
  selector: 'musubi-bar-list',
  template: `<ul [attr.aria-label]="label()">
    @for (bar of bars(); track bar.key) {
      <li>
        @if (choosable()) {
          <button type="button" [attr.aria-pressed]="bar.key === chosen()" (click)="choose.emit(bar.key)">
            <span>{{ bar.label }}</span>
            <b class="num">{{ bar.text ?? bar.value }}</b>
          </button>
        } @else {
          <span class="row"
            ><span>{{ bar.label }}</span> <b class="num">{{ bar.text ?? bar.value }}</b></span
          >
        }
        <span class="bar" aria-hidden="true"><i [style.width.%]="(bar.value / most()) * 100"></i></span>
      </li>
    }
  </ul>`,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      font-size: 0.875rem;
      line-height: 1.4;
    }
    button,
    .row {
      display: flex;
      justify-content: space-between;
      gap: var(--space-3);
      width: 100%;
      min-height: 24px;
      padding: 2px 0;
      border: 0;
      background: none;
      text-align: start;
    }
    button {
      cursor: pointer;
      border-radius: 4px;
    }
    button:hover span,
    button[aria-pressed='true'] span {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    b {
      font-weight: var(--weight-title);
      white-space: nowrap;
    }
    .bar {
      display: block;
      height: 4px;
      border-radius: 2px;
      background: var(--color-rule);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 2px;
      background: var(--color-ink-faint);
    }
    button[aria-pressed='true'] + .bar i {
      background: var(--color-primary);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BarList {
  readonly bars = input.required<readonly Bar[]>();
  readonly label = input.required<string>();
  /** Whether a bar can be chosen, and which one is. */
  readonly choosable = input(false);
  readonly chosen = input<string | null>(null);
  readonly choose = output<string>();
  protected readonly most = computed(() => Math.max(1, ...this.bars().map(({ value }) => value)));
}
