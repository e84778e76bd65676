import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { EventView, Participation, ProgrammeView } from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { EventsApi } from '../../../data/events/events-api';
import { EventsStore } from '../../../data/events/events-store';

export interface PublicEventPage {
  event: EventView;
  /** Null where it could not be read; the page stands without it. */
  programme: ProgrammeView | null;
  participation: Participation | null;
}

/** Everything the page shows, so that it is in the served HTML. */
export const loadPublicEvent: ResolveFn<PublicEventPage | Refusal> = async (route) => {
  const api = inject(EventsApi);
  const store = inject(EventsStore);
  try {
    const event = await store.read(route.paramMap.get('slug') ?? '');
    const [programme, participation] = await Promise.all([
      api.programme(event.eventId).catch(() => null),
      api.participation(event.eventId).catch(() => null),
    ]);
    return { event, programme, participation };
  } catch (error) {
    return asRefusal(error);
  }
};
