import { inject, Injectable } from '@angular/core';
import type { AgendaItem, CalendarFeed, EventId, SessionId } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** One's own plan: saved sessions, speaking slots and meetings. */
@Injectable({ providedIn: 'root' })
export class AgendaApi {
  private readonly api = inject(Api);

  ofEvent(eventId: EventId): Promise<AgendaItem[]> {
    return this.api.get(`/events/${eventId}/agenda`, {}, { fresh: true });
  }

  save(eventId: EventId, sessionId: SessionId): Promise<void> {
    return this.api.put(`/events/${eventId}/agenda/${sessionId}`);
  }

  drop(eventId: EventId, sessionId: SessionId): Promise<void> {
    return this.api.delete(`/events/${eventId}/agenda/${sessionId}`);
  }

  calendar(): Promise<CalendarFeed> {
    return this.api.get('/me/calendar', {}, { fresh: true });
  }

  renewCalendar(): Promise<CalendarFeed> {
    return this.api.post('/me/calendar/renew');
  }
}
