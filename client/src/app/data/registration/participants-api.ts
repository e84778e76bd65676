import { inject, Injectable } from '@angular/core';
import type {
  DirectoryChoice,
  EventId,
  ParticipantCard,
  ParticipantId,
  ParticipantView,
  RegistrationView,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Who takes part, as far as each lets others see; and how far I let others see me. */
@Injectable({ providedIn: 'root' })
export class ParticipantsApi {
  private readonly api = inject(Api);

  search(eventId: EventId, q: string): Promise<ParticipantCard[]> {
    return this.api.get(`/events/${eventId}/participants`, { q }, { fresh: true });
  }

  one(eventId: EventId, participantId: ParticipantId): Promise<ParticipantView> {
    return this.api.get(`/events/${eventId}/participants/${participantId}`, {}, { fresh: true });
  }

  mine(eventId: EventId): Promise<RegistrationView | null> {
    return this.api.get(`/events/${eventId}/registration`, {}, { fresh: true });
  }

  listMe(eventId: EventId, directory: DirectoryChoice): Promise<RegistrationView> {
    return this.api.put(`/events/${eventId}/registration/directory`, { directory });
  }
}
