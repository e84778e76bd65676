import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, input } from '@angular/core';

/**
 * On a list that changes by itself: when what has the focus disappears (answered, moved, taken away by somebody else), the
 * focus goes to the nearest heading instead of being lost. `musubiKeepFocus="#heading-id"` names where to.
 */
@Directive({ selector: '[musubiKeepFocus]', host: { '(focusin)': 'remember($event)' } })
export class KeepFocus {
  /** Selector of the element inside the host that takes the focus; it needs `tabindex="-1"`. */
  readonly musubiKeepFocus = input.required<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private last: Element | null = null;

  constructor() {
    const Observer = this.document.defaultView?.MutationObserver;
    if (!Observer) return;
    const observer = new Observer(() => this.keep());
    observer.observe(this.host, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected remember(focus: FocusEvent): void {
    this.last = focus.target as Element;
  }

  private keep(): void {
    const { activeElement, body } = this.document;
    if (!this.last || this.last.isConnected || (activeElement && activeElement !== body)) return;
    this.last = null;
    this.host.querySelector<HTMLElement>(this.musubiKeepFocus())?.focus();
  }
}
