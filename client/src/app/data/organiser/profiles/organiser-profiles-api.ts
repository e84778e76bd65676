import { inject, Injectable } from '@angular/core';
import type {
  Lang,
  OrganisationId,
  OrganiserProfile,
  OrganiserProfiles,
  OrganiserProfilesQuery,
  ProfileImport,
  ProfileImportReport,
  Reviewed,
  ReviewItem,
  ReviewSetting,
} from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** What organisers read and do with profiles. */
@Injectable({ providedIn: 'root' })
export class OrganiserProfilesApi {
  private readonly api = inject(Api);

  list(query: Partial<OrganiserProfilesQuery>): Promise<OrganiserProfiles> {
    return this.api.get('/organise/profiles', query, { fresh: true });
  }

  sheetUrl(query: Partial<OrganiserProfilesQuery>, lang: Lang): string {
    return this.api.url('/organise/profiles.csv', { ...query, lang });
  }

  templateUrl(lang: Lang): string {
    return this.api.url('/organise/profile-imports/template.csv', { lang });
  }

  import(file: ProfileImport): Promise<ProfileImportReport> {
    return this.api.post('/organise/profile-imports', file);
  }

  waiting(): Promise<ReviewItem[]> {
    return this.api.get('/organise/profile-reviews', {}, { fresh: true });
  }

  approve({ what, id, version }: ReviewItem): Promise<Reviewed> {
    return this.api.post(`/organise/${pathOf(what)}/${id}/approve`, { version });
  }

  sendBack({ what, id, version }: ReviewItem, because: string): Promise<Reviewed> {
    return this.api.post(`/organise/${pathOf(what)}/${id}/send-back`, { version, because });
  }

  verify(organisationId: OrganisationId, verified: boolean): Promise<OrganiserProfile> {
    return this.api.post(`/organise/profiles/${organisationId}/verify`, { verified });
  }

  setMember(organisationId: OrganisationId, member: boolean): Promise<OrganiserProfile> {
    return this.api.post(`/organise/profiles/${organisationId}/membership`, { member });
  }

  setting(): Promise<ReviewSetting> {
    return this.api.get('/organise/profile-review', {}, { fresh: true });
  }

  setReview(required: boolean): Promise<ReviewSetting> {
    return this.api.put('/organise/profile-review', { required });
  }
}

const pathOf = (what: ReviewItem['what']) => (what === 'profile' ? 'profiles' : 'opportunities');
