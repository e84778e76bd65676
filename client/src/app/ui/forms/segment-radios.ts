import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export interface SegmentChoice {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
}

let last = 0;

/** One of few, side by side: a group of radio buttons that arrows move through, drawn as a segment. */
@Component({
  selector: 'musubi-segment-radios',
  imports: [Icon],
  template: `<fieldset class="segment" [disabled]="disabled()">
    <legend class="visually-hidden">{{ legend() }}</legend>
    @for (choice of choices(); track choice.value) {
      <label [class.chosen]="choice.value === chosen()">
        <input
          class="visually-hidden"
          type="radio"
          [name]="name"
          [value]="choice.value"
          [checked]="choice.value === chosen()"
          (change)="choose.emit(choice.value)"
        />
        @if (choice.icon; as icon) {
          <svg [musubiIcon]="icon" size="sm" [class.idle]="choice.value !== chosen()"></svg>
        }
        <span class="word" [attr.data-word]="choice.label">{{ choice.label }}</span>
      </label>
    }
  </fieldset>`,
  styles: `
    :host {
      display: inline-block;
      max-width: 100%;
    }
    .segment {
      flex-wrap: wrap;
    }
    label {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
      padding: 0 var(--space-3);
      border-radius: 6px;
      font-size: var(--text-sm);
      color: var(--color-ink-soft);
      white-space: nowrap;
      cursor: pointer;
    }
    label:hover {
      color: var(--color-ink);
    }
    .chosen {
      background: var(--color-primary-wash);
      color: var(--color-ink);
      font-weight: var(--weight-label);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--color-focus);
    }
    /* As wide as when it is chosen, so that nothing moves then. */
    .idle {
      visibility: hidden;
    }
    .word {
      display: inline-grid;
    }
    .word::after {
      content: attr(data-word) / '';
      height: 0;
      overflow: hidden;
      visibility: hidden;
      font-weight: var(--weight-label);
    }
    fieldset:disabled label {
      cursor: default;
      color: var(--color-ink-faint);
    }
    @media (max-width: 767px) {
      .segment {
        display: flex;
      }
      label {
        flex: 1;
        justify-content: center;
        min-height: 36px;
        padding-inline: var(--space-1);
      }
      .idle {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SegmentRadios {
  /** What is asked, read out before the choices. */
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly SegmentChoice[]>();
  readonly chosen = input.required<string | null>();
  readonly disabled = input(false);
  readonly choose = output<string>();
  protected readonly name = `segment-${++last}`;
}
