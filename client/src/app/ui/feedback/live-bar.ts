import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { State } from './state';

/** The thin bar over the page: reconnecting, or back with so many changes. Always in the page, so that its news is read out. */
@Component({
  selector: 'musubi-live-bar',
  imports: [State],
  template: `@switch (kind()) {
    @case ('reconnecting') {
      <div class="livebar">{{ text() }}</div>
    }
    @case ('back') {
      <div class="livebar" data-kind="back">
        <musubi-state icon="check" kind="good">{{ text() }}</musubi-state>
        @if (action()) {
          <button type="button" (click)="act.emit()">{{ action() }}</button>
        }
      </div>
    }
    @case ('outdated') {
      <div class="livebar">
        {{ text() }} <button type="button" (click)="act.emit()">{{ action() }}</button>
      </div>
    }
  }`,
  styles: `
    :host {
      display: block;
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
