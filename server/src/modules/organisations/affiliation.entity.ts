import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../identity/index.js';
import { OrganisationEntity } from './organisation.entity.js';

export const affiliationRoles = ['member', 'admin'] as const;
export type AffiliationRole = (typeof affiliationRoles)[number];

/** Who belongs to an organisation and speaks for it. Ended ones stay: people move on each April. */
@Entity('affiliation')
@Check('affiliation_role_known', `role IN ('member', 'admin')`)
@Check('affiliation_ends_after_start', 'ended_at >= started_at')
@Index('affiliation_active', ['userId', 'organisationId'], { unique: true, where: 'ended_at IS NULL' })
export class AffiliationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliation_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => UserEntity, { name: 'affiliation_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Index('affiliation_of_organisation')
  @ForeignKey(() => OrganisationEntity, { name: 'affiliation_organisation', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  role: AffiliationRole;

  @Column('timestamptz', { default: () => 'domain_now()' })
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
