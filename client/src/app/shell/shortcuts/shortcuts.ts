import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

const KEPT = 'musubi.shortcuts';

/** Single-key shortcuts of the participant's pages. They can be turned off, and never fire while somebody types. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);
  private readonly isOn = signal(this.storage?.getItem(KEPT) !== 'off');
  private awaited: { until: number } | null = null;

  readonly on = this.isOn.asReadonly();

  turn(on: boolean): void {
    this.isOn.set(on);
    if (on) this.storage?.removeItem(KEPT);
    else this.storage?.setItem(KEPT, 'off');
  }

  /**
   * What a key means: `help`, `search`, or the letter after `g` (within a second and a half).
   * @param nowMs any clock that only goes forward
   */
  read(press: KeyboardEvent, nowMs: number): 'help' | 'search' | { go: string } | null {
    if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || isTyping(press.target)) return null;
    if (press.key === '?') return 'help';
    if (!this.isOn()) return null;
    if (this.awaited && nowMs <= this.awaited.until) {
      this.awaited = null;
      return { go: press.key.toLowerCase() };
    }
    if (press.key === '/') return 'search';
    this.awaited = press.key === 'g' ? { until: nowMs + 1500 } : null;
    return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function storageOf(window: Window | null): Storage | null {
  try {
    return window?.localStorage ?? null;
  } catch {
    return null;
  }
}
