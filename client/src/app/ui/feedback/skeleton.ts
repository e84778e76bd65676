import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  signal,
  type OnInit,
  inject,
  DestroyRef,
} from '@angular/core';

/** Rows to come. Shown only after 300 ms; before that, nothing. */
@Component({
  selector: 'musubi-skeleton',
  template: `@if (late()) {
    @for (row of all(); track row) {
      <div class="row">
        <span class="bar block"></span><span class="bar" [class.shorter]="row % 2"></span><span class="bar"></span>
      </div>
    }
  }`,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: grid;
      grid-template-columns: 40px 1fr 96px;
      gap: var(--space-3);
      align-items: center;
      padding: var(--space-4) 0;
      border-top: var(--hairline) solid var(--color-rule);
    }
    .bar {
      height: 12px;
      border-radius: 4px;
      background: var(--color-rule);
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.55;
      }
    }
    .block {
      height: 40px;
    }
    .shorter {
      width: 70%;
    }
  `,
  host: { 'aria-busy': 'true', role: 'status', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton implements OnInit {
  readonly label = input.required<string>();
  readonly rows = input(3);
  protected readonly late = signal(false);
  protected readonly all = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
  private readonly destroyed = inject(DestroyRef);

  ngOnInit(): void {
    const timer = setTimeout(() => this.late.set(true), 300);
    this.destroyed.onDestroy(() => clearTimeout(timer));
  }
}
