import { inject, Injectable } from '@angular/core';
import type { DirectoryChoice, EventId, ParticipantId, ParticipantView, RegistrationView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Who takes part, as far as each lets others see; and how far I let others see me. */
@Injectable({ providedIn: 'root' })
export class ParticipantsApi {
  private readonly api = inject(Api);

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
