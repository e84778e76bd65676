import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { type BandDay, type BandSign, type BandSlotState, isShut } from './band-layout';
import { iconOfSign } from './slot-band';

/** What the signs on a band mean, in a few words each. */
export interface SlotLegendWords {
  readonly chosen: string;
  readonly busy: string;
  readonly late: string;
  readonly held: string;
  /** Not open for booking at present. */
  readonly closed: string;
  /** Where the meeting that is to be moved stands. */
  readonly now: string;
  readonly instant: string;
  readonly uninterpreted: string;
  /** A commitment of one's own between the slots. */
  readonly session: string;
}

/** What the signs on a band mean: those that stand on it. Each slot says it of itself, so that it is for the eye alone. */
@Component({
  selector: 'musubi-slot-legend',
  imports: [Icon],
  template: `@if (shared(); as text) {
      <span><i></i>{{ text }}</span>
    }
    @for (sign of signs(); track sign.icon) {
      <span [class.session]="sign.icon === 'calendar'"
        ><svg [musubiIcon]="sign.icon" size="sm"></svg>{{ sign.text }}</span
      >
    }`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      font-size: var(--text-sm);
      color: var(--color-ink-soft);
      margin-bottom: var(--space-4);
    }
    span {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    i {
      width: 16px;
      height: 12px;
      border-radius: 2px;
      background: var(--color-primary-wash);
      border-inline: 1.5px solid var(--color-primary-edge);
    }
    .session svg {
      box-sizing: content-box;
      padding: 2px;
      border: var(--hairline) dashed var(--color-primary-edge);
      border-radius: 3px;
    }
    @media (max-width: 767px) {
      .session {
        display: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlotLegend {
  readonly days = input.required<readonly BandDay[]>();
  readonly words = input.required<SlotLegendWords>();
  /** When both are at work, as the band shows it behind the slots. */
  readonly shared = input<string | null>(null);

  protected readonly signs = computed(() => {
    // Of a day on which nothing is open the band says so in words.
    const [days, words] = [this.days().filter((day) => !isShut(day)), this.words()];
    const any = (state: BandSlotState): boolean => days.some(({ slots }) => slots.some((slot) => slot.state === state));
    const signed = (sign: BandSign): boolean =>
      days.some(({ slots }) => slots.some((slot) => slot.signs?.includes(sign)));
    const signs: readonly (readonly [boolean, IconName, string])[] = [
      [true, 'check', words.chosen],
      [any('busy'), 'lock', words.busy],
      [any('late'), 'evening', words.late],
      [any('held'), 'hourglass', words.held],
      [any('closed'), 'clock', words.closed],
      [any('now'), 'knot', words.now],
      [signed('instant'), iconOfSign.instant, words.instant],
      [signed('uninterpreted'), iconOfSign.uninterpreted, words.uninterpreted],
      [days.some(({ busy = [] }) => busy.length > 0), 'calendar', words.session],
    ];
    return signs.filter(([shown]) => shown).map(([, icon, text]) => ({ icon, text }));
  });
}
