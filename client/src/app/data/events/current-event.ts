import { inject, Injectable, signal } from '@angular/core';
import type { ActivatedRouteSnapshot, ResolveFn } from '@angular/router';
import type { EventView } from '@musubi/contracts';
import { EventsStore } from './events-store';

/** The event that the address names: every page below `/app/events/:slug` and `/organise/events/:slug` reads it here. */
@Injectable({ providedIn: 'root' })
export class CurrentEvent {
  private readonly chosen = signal<EventView | null>(null);
  /** Null outside an event's pages. */
  readonly event = this.chosen.asReadonly();

  set(event: EventView | null): void {
    this.chosen.set(event);
  }

  /** The event, where the route has made sure that there is one. */
  require(): EventView {
    const event = this.chosen();
    if (!event) throw new Error('Not inside an event');
    return event;
  }
}

/** For routes with `:slug`: `resolve: { event: openEvent }`; the page gets it as input `event` too. */
export const openEvent: ResolveFn<EventView> = async (route: ActivatedRouteSnapshot) => {
  const current = inject(CurrentEvent);
  const event = await inject(EventsStore).open(route.paramMap.get('slug') ?? '');
  current.set(event);
  return event;
};
