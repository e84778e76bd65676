import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Tie, type TieState } from '../tie/tie';

/** One instant as it stands on a wall. */
export interface Wall {
  readonly zone: string;
  readonly time: string;
  readonly label: string;
  /** Where it is not today on every wall. */
  readonly date: string | null;
}

/** A time at its largest on two walls with the tie between them, or on one where both have the same. */
@Component({
  selector: 'musubi-two-walls',
  imports: [Tie],
  template: `@for (wall of walls(); track wall.zone) {
    @if (!$first) {
      <musubi-tie [state]="tie()" />
    }
    <p [class.end]="!$first">
      @if (wall.date) {
        <span class="date">{{ wall.date }}</span>
      }
      <time [attr.datetime]="at()">{{ wall.time }}</time> <small>{{ wall.label }}</small>
    </p>
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(64px, 1fr) auto;
      align-items: center;
      gap: var(--space-4);
      width: 100%;
      padding: var(--space-5) 0;
      border-block: var(--hairline) solid var(--color-rule-strong);
    }
    time {
      display: block;
      font: var(--weight-title) var(--text-3xl) / 1.05 var(--font-display);
      letter-spacing: var(--tracking-display);
    }
    small,
    .date {
      display: block;
      font-size: var(--text-sm);
      color: var(--color-ink-soft);
      line-height: 1.5;
    }
    .end {
      text-align: right;
    }
    @media (max-width: 767px) {
      :host {
        grid-template-columns: auto minmax(24px, 1fr) auto;
        gap: var(--space-3);
      }
      musubi-tie {
        min-width: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwoWalls {
  readonly walls = input.required<readonly Wall[]>();
  /** The instant in ISO. */
  readonly at = input.required<string>();
  readonly tie = input.required<TieState>();
}
