import { inject, Injectable } from '@angular/core';
import type { EventId, MeetingPreference, ParticipantId, PreferencesView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class PreferencesApi {
  private readonly api = inject(Api);

  mine(eventId: EventId): Promise<PreferencesView> {
    return this.api.get(`/events/${eventId}/preferences`, {}, { fresh: true });
  }

  say(eventId: EventId, participantId: ParticipantId, preference: MeetingPreference): Promise<PreferencesView> {
    return this.api.put(`/events/${eventId}/preferences/${participantId}`, { preference });
  }
}
