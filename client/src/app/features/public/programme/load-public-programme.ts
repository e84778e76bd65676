import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { EventView, ProgrammeView, ReleaseSummary, StageStanding } from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { EventsApi } from '../../../data/events/events-api';
import { EventsStore } from '../../../data/events/events-store';

export interface PublicProgrammePage {
  event: EventView;
  /** Null where it could not be read; the page says so. */
  programme: ProgrammeView | null;
  releases: readonly ReleaseSummary[];
  stages: readonly StageStanding[] | null;
}

/** Everything the page shows, so that it is in the served HTML. */
export const loadPublicProgramme: ResolveFn<PublicProgrammePage | Refusal> = async (route) => {
  const api = inject(EventsApi);
  const store = inject(EventsStore);
  try {
    const event = await store.read(route.paramMap.get('slug') ?? '');
    const { eventId } = event;
    const [programme, releases, stages] = await Promise.all([
      api.programme(eventId).catch(() => null),
      api.releases(eventId).catch(() => []),
      api.stages(eventId).catch(() => null),
    ]);
    return { event, programme, releases, stages };
  } catch (error) {
    return asRefusal(error);
  }
};
