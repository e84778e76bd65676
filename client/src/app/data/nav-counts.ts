import { Injectable, signal } from '@angular/core';

/** What waits for the person, shown beside the navigation. Set by the store that knows; null shows nothing. */
@Injectable({ providedIn: 'root' })
export class NavCounts {
  readonly meetings = signal<number | null>(null);
}
