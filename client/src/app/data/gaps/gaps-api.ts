import { inject, Injectable } from '@angular/core';
import type { EventId, GapAnswer, GapId, GapView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class GapsApi {
  private readonly api = inject(Api);

  mine(eventId: EventId): Promise<GapView[]> {
    return this.api.get(`/events/${eventId}/gaps`, {}, { fresh: true });
  }

  accept(gapId: GapId): Promise<GapAnswer> {
    return this.api.post(`/gaps/${gapId}/accept`);
  }

  decline(gapId: GapId): Promise<GapAnswer> {
    return this.api.post(`/gaps/${gapId}/decline`);
  }
}
