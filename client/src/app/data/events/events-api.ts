import { inject, Injectable } from '@angular/core';
import type {
  EventSummary,
  EventView,
  Participation,
  ProgrammeView,
  ReleaseSummary,
  StageStanding,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class EventsApi {
  private readonly api = inject(Api);

  list(): Promise<EventSummary[]> {
    return this.api.get('/events');
  }

  bySlug(slug: string): Promise<EventView> {
    return this.api.get(`/events/${encodeURIComponent(slug)}`);
  }

  programme(eventId: string): Promise<ProgrammeView> {
    return this.api.get(`/events/${eventId}/programme`);
  }

  releases(eventId: string): Promise<ReleaseSummary[]> {
    return this.api.get(`/events/${eventId}/programme/releases`);
  }

  stages(eventId: string): Promise<StageStanding[]> {
    return this.api.get(`/events/${eventId}/stages`);
  }

  participation(eventId: string): Promise<Participation> {
    return this.api.get(`/events/${eventId}/participation`);
  }

  /** Address of the event as a calendar entry. */
  calendarUrl(slug: string): string {
    return this.api.url(`/events/${encodeURIComponent(slug)}/calendar.ics`);
  }
}
