import { Injectable } from '@nestjs/common';
import type { OrganisationId, ProfileChanged, ProfileField } from '@musubi/contracts';
import { MoreThan } from 'typeorm';
import { DomainError, type Tx } from '../../../../platform/index.js';
import { Users } from '../../../identity/index.js';
import type { CooperationProfileEntity } from '../cooperation-profile.entity.js';
import { ProfileEditEntity } from './profile-edit.entity.js';

/** Who changed what of a profile, for those who write at the same time. */
@Injectable()
export class ProfileEdits {
  constructor(private readonly users: Users) {}

  async keep(
    tx: Tx,
    { organisationId, version }: CooperationProfileEntity,
    byUserId: string,
    fields: ProfileField[],
  ): Promise<void> {
    await tx.em.insert(ProfileEditEntity, { organisationId, version, byUserId, at: tx.now, fields });
  }

  /** The refusal of a change to a text that has become another since it was read. */
  async conflict(tx: Tx, profile: CooperationProfileEntity, read: number): Promise<DomainError> {
    const { organisationId, version, content, revision } = profile;
    const since = await tx.em.find(ProfileEditEntity, {
      where: { organisationId, version: MoreThan(read) },
      order: { version: 'DESC' },
    });
    const byUserId = since[0]?.byUserId ?? null;
    const by = byUserId ? ((await this.users.cards([byUserId], tx.em)).get(byUserId)?.name ?? null) : null;
    const changed: ProfileChanged = {
      organisationId: organisationId as OrganisationId,
      version,
      fields: [...new Set(since.flatMap(({ fields }) => fields))],
      by,
      content: revision ?? content,
    };
    return new DomainError('profile.changed', { ...changed });
  }
}
