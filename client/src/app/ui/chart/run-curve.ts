import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { curve, type CurvePoint } from './curve';

export interface CurveWords {
  /** The whole picture in one sentence, read out instead of it. */
  readonly summary: string;
  readonly bound: string | null;
  readonly best: string | null;
  readonly first: string | null;
  readonly from: string;
  readonly until: string;
}

/** How a value climbed over time towards what nothing can exceed. Its figures are words beside the lines. */
@Component({
  selector: 'musubi-run-curve',
  template: `<div class="plot" role="img" [attr.aria-label]="words().summary">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        @if (drawn().bound; as y) {
          <line class="bound" x1="0" x2="100" [attr.y1]="y" [attr.y2]="y" />
        }
        @if (drawn().line) {
          <path class="best" [attr.d]="drawn().line" />
        }
      </svg>
      @if (words().bound) {
        <span class="label bound-label" [style.top.%]="drawn().bound">{{ words().bound }}</span>
      }
      @if (drawn().end; as end) {
        <i [style.left.%]="end.x" [style.top.%]="end.y"></i>
        <span
          class="label best-label"
          [class.left]="end.x > 55"
          [class.above]="end.y > 55"
          [style.left.%]="end.x"
          [style.top.%]="end.y"
          >{{ words().best }}</span
        >
      }
      @if (firstLabel(); as start) {
        <span class="label first-label" [class.above]="start.y > 55" [style.left.%]="start.x" [style.top.%]="start.y">{{
          words().first
        }}</span>
      }
    </div>
    <div class="axis" aria-hidden="true">
      <span>{{ words().from }}</span><span>{{ words().until }}</span>
    </div>`,
  styles: `
    :host {
      display: block;
      font-size: var(--text-xs);
      color: var(--color-ink-faint);
      font-variant-numeric: tabular-nums;
    }
    .plot {
      position: relative;
      height: 104px;
      margin-top: 20px;
      border-bottom: var(--hairline) solid var(--color-rule);
    }
    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
      fill: none;
    }
    line,
    path {
      vector-effect: non-scaling-stroke;
    }
    .bound {
      stroke: var(--color-ink-faint);
      stroke-dasharray: 3 4;
    }
    .best {
      stroke: var(--color-ink);
      stroke-width: 2;
    }
    i {
      position: absolute;
      width: 8px;
      height: 8px;
      margin: -4px;
      border: 2px solid var(--color-ink);
      border-radius: 50%;
      background: var(--color-ground);
    }
    .label {
      position: absolute;
      white-space: nowrap;
      line-height: 1.3;
    }
    .bound-label {
      right: 0;
      translate: 0 calc(-100% - 3px);
    }
    .best-label {
      padding: 8px 4px;
      font-weight: var(--weight-title);
      color: var(--color-ink);
    }
    .best-label.left {
      translate: -100%;
    }
    .best-label.above {
      translate: 0 -100%;
    }
    .best-label.left.above {
      translate: -100% -100%;
    }
    .first-label {
      padding: 2px 10px;
    }
    .first-label.above {
      translate: 0 -100%;
    }
    .axis {
      display: flex;
      justify-content: space-between;
      padding-top: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunCurve {
  readonly points = input.required<readonly CurvePoint[]>();
  readonly bound = input.required<number | null>();
  /** End of the axis, in the unit of the points. */
  readonly until = input.required<number>();
  readonly words = input.required<CurveWords>();
  protected readonly drawn = computed(() => curve(this.points(), this.bound(), this.until()));
  /** Where the first value is written; not where the last one would stand on it. */
  protected readonly firstLabel = computed(() => {
    const { start, end } = this.drawn();
    return start && end && Math.abs(end.y - start.y) < 30 && end.x - start.x < 70 ? null : start;
  });
}
