import { inject, Injectable } from '@angular/core';
import type { OfficeDayId, OfficeDayInput, OfficeDayView, OrganisationCard } from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** The organisers' own days in the calendars of offices. */
@Injectable({ providedIn: 'root' })
export class OfficeDaysApi {
  private readonly api = inject(Api);

  /** The earliest of them, or those after one that is known. */
  read(after?: OfficeDayId): Promise<OfficeDayView[]> {
    return this.api.get('/organise/office-days', after ? { after } : {}, { fresh: true });
  }

  add(day: OfficeDayInput): Promise<OfficeDayView> {
    return this.api.post('/organise/office-days', day);
  }

  remove(officeDayId: OfficeDayId): Promise<void> {
    return this.api.delete(`/organise/office-days/${officeDayId}`);
  }

  organisations(search: string): Promise<OrganisationCard[]> {
    return this.api.get('/organisations', { search });
  }
}
