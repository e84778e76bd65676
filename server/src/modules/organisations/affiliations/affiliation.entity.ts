import type { AffiliationRole, AffiliationState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { OrganisationEntity } from '../organisation.entity.js';

/** Who belongs to an organisation, or says so; who is active speaks for it. Ended ones stay: people move on each April. */
@Entity('affiliation')
@Check('affiliation_role_known', `role IN ('member', 'admin')`)
@Check('affiliation_state_known', `state IN ('requested', 'active', 'declined', 'ended')`)
@Check('affiliation_answered_when', `(state = 'requested') = (answered_at IS NULL)`)
@Check('affiliation_ended_when', `(state = 'ended') = (ended_at IS NOT NULL)`)
@Check('affiliation_ends_after_start', 'ended_at >= requested_at')
@Index('affiliation_open', ['userId', 'organisationId'], { unique: true, where: `state IN ('requested', 'active')` })
@Index('affiliation_waiting', ['answerBy'], { where: `state = 'requested'` })
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

  /** When the role was handed over or taken on; null where it came with the place. */
  @Column('timestamptz', { nullable: true })
  roleGivenAt: Date | null;

  @ForeignKey(() => UserEntity, { name: 'affiliation_role_given_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  roleGivenByUserId: string | null;

  @Column('text')
  state: AffiliationState;

  @Column('timestamptz', { default: () => 'domain_now()' })
  requestedAt: Date;

  /** From then on the helpdesk may answer, too; null where nobody was asked. */
  @Column('timestamptz', { nullable: true })
  answerBy: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** Null as well where nobody was asked. */
  @ForeignKey(() => UserEntity, { name: 'affiliation_answered_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  answeredByUserId: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** The person, or an administrator. */
  @ForeignKey(() => UserEntity, { name: 'affiliation_ended_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  endedByUserId: string | null;
}
