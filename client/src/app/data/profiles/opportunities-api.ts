import { inject, Injectable } from '@angular/core';
import type {
  OpportunityEdit,
  OpportunityId,
  OpportunityInput,
  OpportunityView,
  OrganisationId,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

export type OpportunityStep = 'withdraw' | 'renew' | 'restore';

/** Offers and requests of an organisation. */
@Injectable({ providedIn: 'root' })
export class OpportunitiesApi {
  private readonly api = inject(Api);

  of(organisationId: OrganisationId): Promise<OpportunityView[]> {
    return this.api.get(`/organisations/${organisationId}/opportunities`, {}, { fresh: true });
  }

  add(organisationId: OrganisationId, input: OpportunityInput): Promise<OpportunityView> {
    return this.api.post(`/organisations/${organisationId}/opportunities`, input);
  }

  change(opportunityId: OpportunityId, input: OpportunityEdit): Promise<OpportunityView> {
    return this.api.put(`/opportunities/${opportunityId}`, input);
  }

  publish(opportunityId: OpportunityId): Promise<OpportunityView> {
    return this.api.post(`/opportunities/${opportunityId}/publish`);
  }

  take(opportunityId: OpportunityId, step: OpportunityStep): Promise<OpportunityView> {
    return this.api.post(`/opportunities/${opportunityId}/${step}`);
  }

  archive(opportunityId: OpportunityId): Promise<OpportunityView> {
    return this.api.post(`/opportunities/${opportunityId}/archive`);
  }
}
