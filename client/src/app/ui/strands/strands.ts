import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { MatchStrength } from '@musubi/contracts';

/**
 * The parts of a recommendation as threads between two ends: thick, thin, dotted; all of them bolder where the whole fits
 * well, fainter where it fits fairly. The words stand beside it.
 */
@Component({
  selector: 'musubi-strands',
  template: `<svg viewBox="0 0 112 40" role="img" [attr.data-fit]="fit()" [attr.aria-label]="label()">
    @for (strand of drawn(); track $index) {
      <path [attr.class]="strand.strength" [attr.d]="strand.path" />
    }
    <circle cx="6" cy="20" r="3.5" />
    <circle cx="106" cy="20" r="3.5" />
  </svg>`,
  styles: `
    svg {
      width: 112px;
      height: 40px;
      fill: none;
      stroke-linecap: round;
      flex: none;
    }
    .strong {
      stroke: var(--color-ink);
      stroke-width: 2;
    }
    .some {
      stroke: var(--color-ink-soft);
      stroke-width: 1;
    }
    /* A strong part does not make a strong whole. */
    [data-fit='strong'] .strong {
      stroke-width: 2.75;
    }
    [data-fit='fair'] .strong {
      stroke: var(--color-ink-soft);
      stroke-width: 1.25;
    }
    [data-fit='fair'] .some {
      stroke: var(--color-ink-faint);
      stroke-width: 0.75;
    }
    [data-fit='fair'] circle {
      stroke: var(--color-ink-soft);
    }
    .none {
      stroke: var(--color-rule-strong);
      stroke-width: 1;
      stroke-dasharray: 1 4;
    }
    circle {
      fill: var(--color-ground);
      stroke: var(--color-ink);
      stroke-width: 1.5;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Strands {
  readonly parts = input.required<readonly MatchStrength[]>();
  /** How well the whole fits. */
  readonly fit = input<'strong' | 'good' | 'fair'>('good');
  /** What the picture says, in words. */
  readonly label = input.required<string>();

  protected readonly drawn = computed(() => {
    const parts = this.parts();
    const step = parts.length > 1 ? 36.8 / (parts.length - 1) : 0;
    return parts.map((strength, index) => {
      const y = Math.round((1.6 + (parts.length > 1 ? index * step : 18.4)) * 10) / 10;
      return { strength, path: `M6 20C32 ${y} 80 ${y} 106 20` };
    });
  });
}
