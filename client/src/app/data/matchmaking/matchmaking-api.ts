import { inject, Injectable } from '@angular/core';
import type { EventId, ParticipantId, RecommendationView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class MatchmakingApi {
  private readonly api = inject(Api);

  /** @param at only those who could meet me in the slot that begins then */
  recommendations(eventId: EventId, at: string | null): Promise<RecommendationView[]> {
    return this.api.get(`/events/${eventId}/recommendations`, at ? { at } : {}, { fresh: true });
  }

  dismiss(eventId: EventId, participantId: ParticipantId): Promise<void> {
    return this.api.put(`/events/${eventId}/recommendations/${participantId}/dismissal`);
  }

  restore(eventId: EventId, participantId: ParticipantId): Promise<void> {
    return this.api.delete(`/events/${eventId}/recommendations/${participantId}/dismissal`);
  }
}
