import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** How two sides stand to each other; the form of the line says it, also without colour. */
export type TieState = 'none' | 'out' | 'in' | 'counter' | 'confirmed' | 'live' | 'held' | 'broken';

/** The middle of the line in each state. */
const shapes: Record<Exclude<TieState, 'confirmed' | 'live' | 'held'>, { path: string; ends: readonly number[] }> = {
  none: { path: '', ends: [8, 24] },
  out: { path: 'M0 8h19M14 3l5 5-5 5', ends: [27] },
  in: { path: 'M32 8H13M18 3l-5 5 5 5', ends: [5] },
  counter: { path: 'M0 8h12M7 3l5 5-5 5M32 8H20M25 3l-5 5 5 5', ends: [] },
  broken: { path: 'M0 8h8M24 8h8M11 4l3 3M11 12l3-3M21 4l-3 3M21 12l-3-3', ends: [] },
};
const knot = 'M8 12H14C24 12 30 18 30 12S24 6 18 12 12 18 12 18M40 12H34C24 12 18 6 18 12S24 18 30 12 36 6 36 6';

/** The line between two sides. Decorative: the state is always also in words beside it. */
@Component({
  selector: 'musubi-tie',
  template: `
    @if (shape(); as drawn) {
      <svg viewBox="0 0 32 16">
        @if (drawn.path) {
          <path [attr.d]="drawn.path" />
        }
        @for (x of drawn.ends; track x) {
          <circle [attr.cx]="x" cy="8" r="3" />
        }
      </svg>
    } @else {
      <svg viewBox="8 4 32 16"><path [attr.d]="knot" /></svg>
    }
  `,
  styleUrl: './tie.css',
  host: {
    'aria-hidden': 'true',
    '[class.short]': 'short()',
    '[attr.data-state]': 'state()',
    '[attr.data-just]': 'just() ? state() : null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tie {
  readonly state = input.required<TieState>();
  /** Just happened: a confirmed tie is drawn from its middle. */
  readonly just = input(false);
  readonly short = input(false);

  protected readonly knot = knot;
  protected readonly shape = computed(() => {
    const state = this.state();
    return state === 'confirmed' || state === 'live' || state === 'held' ? null : shapes[state];
  });
}
