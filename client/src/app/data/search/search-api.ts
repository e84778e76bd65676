import { inject, Injectable } from '@angular/core';
import type { EventId, SearchAnswer } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What one may see of an event, by words in any script. */
@Injectable({ providedIn: 'root' })
export class SearchApi {
  private readonly api = inject(Api);

  ask(eventId: EventId, q: string): Promise<SearchAnswer> {
    return this.api.get(`/events/${eventId}/search`, { q }, { fresh: true });
  }
}
