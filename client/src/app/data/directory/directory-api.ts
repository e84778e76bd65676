import { inject, Injectable, untracked } from '@angular/core';
import type {
  DirectoryFilter,
  DirectoryOrganisations,
  DirectoryPeople,
  EventId,
  FilterId,
  SavedFilter,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';
import { Words } from '../../core/i18n/words';

@Injectable({ providedIn: 'root' })
export class DirectoryApi {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  people(eventId: EventId, filter: DirectoryFilter, after: string | null): Promise<DirectoryPeople> {
    return this.api.get(`/events/${eventId}/directory`, this.queryOf(filter, after), { fresh: true });
  }

  organisations(eventId: EventId, filter: DirectoryFilter, after: string | null): Promise<DirectoryOrganisations> {
    return this.api.get(`/events/${eventId}/directory/organisations`, this.queryOf(filter, after), { fresh: true });
  }

  saved(): Promise<SavedFilter[]> {
    return this.api.get('/me/directory-filters', {}, { fresh: true });
  }

  save(name: string, filter: DirectoryFilter): Promise<SavedFilter> {
    return this.api.post('/me/directory-filters', { name, filter });
  }

  remove(filterId: FilterId): Promise<void> {
    return this.api.delete(`/me/directory-filters/${filterId}`);
  }

  private queryOf({ notMet, ...filter }: DirectoryFilter, after: string | null) {
    return { ...filter, notMet: notMet ? 'true' : null, after, lang: untracked(this.words.lang) };
  }
}
