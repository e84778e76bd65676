import { DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/**
 * Whether the screen is such; in step with it as long as the caller lives.
 * @param otherwise where there is no screen
 */
export function mediaQuery(query: string, otherwise = false): Signal<boolean> {
  const matches = signal(otherwise);
  const list = inject(DOCUMENT).defaultView?.matchMedia?.(query);
  if (list) {
    const look = (): void => matches.set(list.matches);
    look();
    list.addEventListener?.('change', look);
    inject(DestroyRef).onDestroy(() => list.removeEventListener?.('change', look));
  }
  return matches.asReadonly();
}
