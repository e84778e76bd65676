import { inject, Injectable } from '@angular/core';
import type { EventId, SpeakerAccountPut, SpeakerRow } from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** Whose accounts the speakers of a programme are. */
@Injectable({ providedIn: 'root' })
export class SpeakersApi {
  private readonly api = inject(Api);

  ofEvent(eventId: EventId): Promise<SpeakerRow[]> {
    return this.api.get(`/events/${eventId}/programme/speakers`, {}, { fresh: true });
  }

  link(eventId: EventId, speakerId: string, account: SpeakerAccountPut): Promise<SpeakerRow> {
    return this.api.put(`/events/${eventId}/programme/speakers/${speakerId}/account`, account);
  }

  unlink(eventId: EventId, speakerId: string): Promise<SpeakerRow> {
    return this.api.delete<SpeakerRow>(`/events/${eventId}/programme/speakers/${speakerId}/account`);
  }
}
