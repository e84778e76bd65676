import { Injectable } from '@nestjs/common';
import type { ProfileView } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Organisations } from '../../organisations/index.js';
import type { CooperationProfileEntity } from './cooperation-profile.entity.js';
import { ProfileFiles } from './files/profile-files.js';
import { emptyProfile } from './empty-profile.js';

interface Rights {
  mayWrite: boolean;
  mayReview: boolean;
}

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** Profiles as their own people and organisers see them. */
@Injectable()
export class ProfileViews {
  constructor(
    private readonly users: Users,
    private readonly organisations: Organisations,
    private readonly files: ProfileFiles,
  ) {}

  /** @throws DomainError `not_found` where there is no such organisation */
  async own(
    em: EntityManager,
    organisationId: string,
    profile: CooperationProfileEntity | null,
    rights: Rights,
    reviewed: boolean,
  ): Promise<ProfileView> {
    const card = (await this.organisations.cards([organisationId], em)).get(organisationId);
    const organisation = await this.organisations.get(organisationId, em);
    if (!card || !organisation) throw new DomainError('not_found');
    const { revision, revisionState, sentBackAt, sentBackBecause } = profile ?? {};
    return {
      organisation: card,
      slug: profile?.slug ?? null,
      state: profile?.state ?? 'draft',
      content: profile?.content ?? { ...emptyProfile, website: organisation.website },
      revision: revision && revisionState ? { state: revisionState, content: revision } : null,
      sentBack: sentBackAt && sentBackBecause ? { because: sentBackBecause, at: sentBackAt.toISOString() } : null,
      version: profile?.version ?? 1,
      submittedAt: iso(profile?.submittedAt),
      publishedAt: iso(profile?.publishedAt),
      expiresAt: iso(profile?.expiresAt),
      ...(await this.files.own(organisationId, em)),
      verified: await this.verified(em, profile),
      memberSince: iso(organisation.memberSince),
      reviewed,
      ...rights,
    };
  }

  private async verified(
    em: EntityManager,
    profile: CooperationProfileEntity | null,
  ): Promise<ProfileView['verified']> {
    if (!profile?.verifiedAt) return null;
    const by = profile.verifiedByUserId;
    const name = by ? ((await this.users.cards([by], em)).get(by)?.name ?? null) : null;
    return { at: profile.verifiedAt.toISOString(), by: name };
  }
}
