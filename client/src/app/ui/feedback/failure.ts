import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';

export interface FailureWords {
  /** The button that tries again; none where it cannot help. */
  again?: string | undefined;
  reference: string;
  copy: string;
  copied: string;
}

/** What happened, what was kept, what to do; the reference can be copied. */
@Component({
  selector: 'musubi-failure',
  imports: [Icon],
  template: `<svg musubiIcon="alert"></svg>
    <h3>{{ heading() }}</h3>
    <p class="soft">{{ text() }}</p>
    @if (words().again || reference()) {
      <p class="row-flex more">
        @if (words().again; as again) {
          <button class="btn btn-sm" type="button" (click)="retry.emit()">{{ again }}</button>
        }
        @if (reference(); as id) {
          <span class="meta"
            >{{ words().reference }} <code>{{ id }}</code></span
          >
          <button class="btn btn-ghost btn-sm" type="button" (click)="copy(id)" aria-live="polite">
            {{ copied() ? words().copied : words().copy }}
          </button>
        }
      </p>
    }
    <ng-content />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 20px 1fr;
      gap: var(--space-1) var(--space-3);
      max-width: 56ch;
    }
    svg {
      color: var(--color-bad);
      margin-top: 2px;
    }
    :host > ::ng-deep :not(.icon) {
      grid-column: 2;
    }
    .more {
      margin-top: var(--space-2);
    }
    code {
      font:
        var(--text-sm) ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
  `,
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Failure {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly words = input.required<FailureWords>();
  readonly reference = input<string | null>(null);
  readonly retry = output();
  protected readonly copied = signal(false);

  protected async copy(reference: string): Promise<void> {
    await navigator.clipboard.writeText(reference);
    this.copied.set(true);
  }
}
