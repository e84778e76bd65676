import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { WrittenIn } from './written';

/** What somebody wrote, on two lines; the rest of it at the press of a button, which is there only where something is cut. */
@Component({
  selector: 'musubi-passage',
  template: `<span class="text" [class.whole]="whole()" [lang]="written().lang" #line>{{ text() }}</span>
    @if (written().mark || cut()) {
      <span class="foot">
        @if (cut()) {
          <button
            class="more"
            type="button"
            [attr.aria-expanded]="whole()"
            [attr.aria-label]="named()(whole() ? less() : more())"
            (click)="whole.set(!whole())"
          >
            {{ whole() ? less() : more() }}
          </button>
        }
        {{ written().mark }}
      </span>
    }`,
  styles: `
    :host {
      display: block;
    }
    .text {
      display: block;
      overflow-wrap: anywhere;
    }
    .text:not(.whole) {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: var(--passage-lines, 2);
      line-clamp: var(--passage-lines, 2);
      overflow: hidden;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      align-items: baseline;
      font-size: var(--text-xs);
      color: var(--color-ink-faint);
    }
    .more {
      position: relative;
      padding: 4px 0;
      border: 0;
      background: none;
      color: var(--color-ink-soft);
      font-size: var(--text-sm);
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Passage {
  readonly text = input.required<string>();
  readonly written = input.required<WrittenIn>();
  /** What the button says: "Read all", "Show less". */
  readonly more = input.required<string>();
  readonly less = input.required<string>();
  /** The button's words with whose text it is, for those who hear them in a list. */
  readonly named = input<(action: string) => string>((action) => action);

  private readonly line = viewChild.required<ElementRef<HTMLElement>>('line');
  protected readonly whole = signal(false);
  protected readonly cut = signal(false);

  constructor() {
    let watch: ResizeObserver | undefined;
    afterRenderEffect(() => {
      this.text();
      const line = this.line().nativeElement;
      this.measure();
      if (watch || typeof ResizeObserver === 'undefined') return;
      watch = new ResizeObserver(() => this.measure());
      watch.observe(line);
    });
    inject(DestroyRef).onDestroy(() => watch?.disconnect());
  }

  /** While all of it is shown, the way back stays. */
  private measure(): void {
    const { scrollHeight, clientHeight } = this.line().nativeElement;
    if (!this.whole()) this.cut.set(scrollHeight > clientHeight + 1);
  }
}
