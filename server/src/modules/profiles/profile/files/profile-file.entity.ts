import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CooperationProfileEntity } from '../cooperation-profile.entity.js';

/** A picture or a document of a profile; read by whoever may read the profile, once it does not wait. */
@Entity('profile_file')
@ForeignKey('stored_file', ['fileId'], ['id'], { name: 'profile_file_file' })
@Check('profile_file_use_known', `use IN ('logo', 'document')`)
@Index('profile_file_one_logo', ['organisationId', 'waiting'], { unique: true, where: `use = 'logo'` })
export class ProfileFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_file_pk' })
  fileId: string;

  @Index('profile_file_of_profile')
  @ForeignKey(() => CooperationProfileEntity, { name: 'profile_file_profile', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  use: 'logo' | 'document';

  /** Beside a text that was read: nobody else sees it until it is read, too. */
  @Column('boolean', { default: false })
  waiting: boolean;

  @Column('timestamptz', { default: () => 'domain_now()' })
  addedAt: Date;
}
