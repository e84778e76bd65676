import { inject, Injectable } from '@angular/core';
import type { EventId, ProgrammeView, ReleaseSummary } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** The newest release of an event's programme, and what each release changed. */
@Injectable({ providedIn: 'root' })
export class ProgrammeApi {
  private readonly api = inject(Api);

  ofEvent(eventId: EventId): Promise<ProgrammeView> {
    return this.api.get(`/events/${eventId}/programme`, {}, { fresh: true });
  }

  releases(eventId: EventId): Promise<ReleaseSummary[]> {
    return this.api.get(`/events/${eventId}/programme/releases`, {}, { fresh: true });
  }
}
