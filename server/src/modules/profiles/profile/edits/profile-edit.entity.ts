import type { ProfileField } from '@musubi/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../../identity/index.js';
import { CooperationProfileEntity } from '../cooperation-profile.entity.js';

/** Who changed what of a profile: whoever writes at the same time learns it. */
@Entity('profile_edit')
export class ProfileEditEntity {
  @ForeignKey(() => CooperationProfileEntity, { name: 'profile_edit_profile', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_edit_pk' })
  organisationId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'profile_edit_pk' })
  version: number;

  @ForeignKey(() => UserEntity, { name: 'profile_edit_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  byUserId: string | null;

  @Column('timestamptz', { default: () => 'domain_now()' })
  at: Date;

  @Column('text', { array: true })
  fields: ProfileField[];
}
