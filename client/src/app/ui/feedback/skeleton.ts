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
      <div class="skeleton-row">
        <span class="skeleton block"></span><span class="skeleton" [class.shorter]="row % 2"></span
        ><span class="skeleton"></span>
      </div>
    }
  }`,
  styles: `
    :host {
      display: block;
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
