import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { State } from './state';

/** The thin bar over the page: reconnecting, or back with so many changes. Always in the page, so that its news is read out. */
@Component({
  selector: 'musubi-live-bar',
  imports: [State],
  template: `@switch (kind()) {
    @case ('reconnecting') {
      <div class="bar">{{ text() }}</div>
    }
    @case ('back') {
      <div class="bar" data-kind="back">
        <musubi-state icon="check" kind="good">{{ text() }}</musubi-state>
        @if (action()) {
          <button type="button" (click)="act.emit()">{{ action() }}</button>
        }
      </div>
    }
    @case ('outdated') {
      <div class="bar">
        {{ text() }} <button type="button" (click)="act.emit()">{{ action() }}</button>
      </div>
    }
  }`,
  styles: `
    :host {
      display: block;
    }
    .bar {
      display: flex;
      align-items: center;
      justify-content: center;
      flex-wrap: wrap;
      gap: 2px var(--space-3);
      min-height: 36px;
      padding: 4px var(--space-4);
      background: var(--color-primary);
      color: var(--color-on-primary);
      font-size: var(--text-sm);
    }
    .bar[data-kind='back'] {
      background: var(--color-good-wash);
      color: var(--color-good);
      border-bottom: var(--hairline) solid currentColor;
    }
    button {
      display: inline-flex;
      align-items: center;
      min-height: 28px;
      padding: 0 var(--space-1);
      border: 0;
      background: none;
      color: inherit;
      font-weight: var(--weight-label);
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveBar {
  readonly kind = input.required<'reconnecting' | 'back' | 'outdated' | null>();
  readonly text = input<string>('');
  readonly action = input<string>('');
  readonly act = output();
}
