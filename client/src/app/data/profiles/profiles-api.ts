import { inject, Injectable } from '@angular/core';
import type {
  FileId,
  OrganisationId,
  ProfileContent,
  ProfileList,
  ProfilePage,
  ProfileQuery,
  ProfileView,
  PublicProfile,
  Renewed,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

export type ProfileStep = 'publish' | 'withdraw' | 'archive' | 'restore';

/** Cooperation profiles: one's own organisation's, and those that anybody may read. */
@Injectable({ providedIn: 'root' })
export class ProfilesApi {
  private readonly api = inject(Api);

  of(organisationId: OrganisationId): Promise<ProfileView> {
    return this.api.get(`/organisations/${organisationId}/profile`, {}, { fresh: true });
  }

  write(organisationId: OrganisationId, version: number, content: ProfileContent): Promise<ProfileView> {
    return this.api.put(`/organisations/${organisationId}/profile`, { version, content });
  }

  take(organisationId: OrganisationId, step: ProfileStep): Promise<ProfileView> {
    return this.api.post(`/organisations/${organisationId}/profile/${step}`);
  }

  renew(organisationId: OrganisationId): Promise<Renewed> {
    return this.api.post(`/organisations/${organisationId}/renew`);
  }

  setLogo(organisationId: OrganisationId, fileId: FileId | null): Promise<ProfileView> {
    return this.api.put(`/organisations/${organisationId}/profile/logo`, { fileId });
  }

  addDocument(organisationId: OrganisationId, fileId: FileId): Promise<ProfileView> {
    return this.api.post(`/organisations/${organisationId}/profile/documents`, { fileId });
  }

  dropDocument(organisationId: OrganisationId, fileId: FileId): Promise<ProfileView> {
    return this.api.delete(`/organisations/${organisationId}/profile/documents/${fileId}`);
  }

  list(query: Partial<ProfileQuery>): Promise<ProfileList> {
    return this.api.get('/profiles', query);
  }

  pages(of: readonly OrganisationId[]): Promise<ProfilePage[]> {
    return this.api.get('/me/profile-pages', { of: of.join(',') });
  }

  bySlug(slug: string): Promise<PublicProfile> {
    return this.api.get(`/profiles/${encodeURIComponent(slug)}`);
  }
}
