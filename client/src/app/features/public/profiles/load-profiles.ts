import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import {
  dimensions,
  organisationKinds,
  opportunityKinds,
  partnershipForms,
  type ProfileList,
  type ProfileQuery,
  type PublicProfile,
  sides,
} from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { ProfilesApi } from '../../../data/profiles/profiles-api';

export interface ProfilesPage {
  list: ProfileList;
  query: Partial<ProfileQuery>;
}

/** What the address says, as far as it means something; the rest is left out. */
export const loadProfiles: ResolveFn<ProfilesPage | Refusal> = async ({ queryParamMap: asked }) => {
  const api = inject(ProfilesApi);
  const page = Number(asked.get('page') ?? 1);
  const query: Partial<ProfileQuery> = {
    q: (asked.get('q') ?? '').slice(0, 160),
    region: asked.get('region')?.slice(0, 8) || undefined,
    sector: asked.get('sector')?.slice(0, 40) || undefined,
    kind: organisationKinds.find((kind) => kind === asked.get('kind')),
    side: sides.find((side) => side === asked.get('side')),
    dimension: dimensions.find((dimension) => dimension === asked.get('dimension')),
    topic: asked.get('topic')?.slice(0, 40) || undefined,
    form: partnershipForms.find((form) => form === asked.get('form')),
    seeks: opportunityKinds.find((kind) => kind === asked.get('seeks')),
    ...(Number.isInteger(page) && page > 1 && page <= 1000 ? { page } : {}),
  };
  try {
    return { list: await api.list(query), query };
  } catch (error) {
    return asRefusal(error);
  }
};

/** The profile, so that it is in the served HTML. */
export const loadProfile: ResolveFn<PublicProfile | Refusal> = async (route) => {
  const api = inject(ProfilesApi);
  try {
    return await api.bySlug(route.paramMap.get('profile') ?? '');
  } catch (error) {
    return asRefusal(error);
  }
};
