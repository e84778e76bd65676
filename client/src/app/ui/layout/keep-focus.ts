import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, input } from '@angular/core';

/**
 * On lists that change by themselves: when what has the focus disappears (answered, moved, taken away by somebody else), the
 * focus goes to the heading of its section, or to the first one left, instead of being lost. `musubiKeepFocus="h2"` names
 * the headings.
 */
@Directive({ selector: '[musubiKeepFocus]', host: { '(focusin)': 'remember($event)' } })
export class KeepFocus {
  /** Selector of the headings inside the host that take the focus; they need `tabindex="-1"`. */
  readonly musubiKeepFocus = input.required<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private last: Element | null = null;
  private heading: HTMLElement | null = null;

  constructor() {
    const Observer = this.document.defaultView?.MutationObserver;
    if (!Observer) return;
    const observer = new Observer(() => this.keep());
    observer.observe(this.host, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected remember(focus: FocusEvent): void {
    this.last = focus.target as Element;
    this.heading = this.last.closest('section')?.querySelector<HTMLElement>(this.musubiKeepFocus()) ?? null;
  }

  private keep(): void {
    const { activeElement, body } = this.document;
    if (!this.last || this.last.isConnected || (activeElement && activeElement !== body)) return;
    this.last = null;
    const heading = this.heading?.isConnected ? this.heading : null;
    (heading ?? this.host.querySelector<HTMLElement>(this.musubiKeepFocus()))?.focus();
  }
}
