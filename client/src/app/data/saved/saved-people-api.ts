import { inject, Injectable } from '@angular/core';
import type { EventId, ParticipantId, SavedPerson } from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class SavedPeopleApi {
  private readonly api = inject(Api);

  list(eventId: EventId): Promise<SavedPerson[]> {
    return this.api.get(`/events/${eventId}/saved-people`, {}, { fresh: true });
  }

  save(eventId: EventId, participantId: ParticipantId): Promise<void> {
    return this.api.put(`/events/${eventId}/saved-people/${participantId}`);
  }

  drop(eventId: EventId, participantId: ParticipantId): Promise<void> {
    return this.api.delete(`/events/${eventId}/saved-people/${participantId}`);
  }
}
