import { inject, Injectable } from '@angular/core';
import type { AffiliationId, AffiliationRequest, AffiliationView, MyOrganisation } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What becomes of somebody who says to belong to an organisation. */
export type AffiliationAnswer = 'approve' | 'decline';
/** What can be done with somebody's place in an organisation. */
export type PlaceChange = AffiliationAnswer | 'end' | 'hand-over';

/** Organisations and who speaks for them. */
@Injectable({ providedIn: 'root' })
export class OrganisationsApi {
  private readonly api = inject(Api);

  mine(): Promise<MyOrganisation[]> {
    return this.api.get('/me/organisations', {}, { fresh: true });
  }

  waiting(): Promise<AffiliationRequest[]> {
    return this.api.get('/organise/affiliations', {}, { fresh: true });
  }

  change(affiliationId: AffiliationId, change: PlaceChange): Promise<AffiliationView> {
    return this.api.post(`/affiliations/${affiliationId}/${change}`);
  }
}
