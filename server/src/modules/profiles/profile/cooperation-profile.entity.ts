import type { ProfileContent } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { OrganisationEntity } from '../../organisations/index.js';
import { LifeColumns } from '../life/life.columns.js';
import { emptyProfile } from './empty-profile.js';

/** The year-round page of an organisation that seeks cooperation; opened by its first words or its first opportunity. */
@Entity('cooperation_profile')
@Unique('cooperation_profile_slug', ['slug'])
@Check('cooperation_profile_state_known', `state IN ('draft', 'submitted', 'published', 'expired', 'archived')`)
@Check(
  'cooperation_profile_published_has_dates',
  `state <> 'published' OR (published_at IS NOT NULL AND expires_at IS NOT NULL)`,
)
@Check('cooperation_profile_revision_state_known', `revision_state IN ('draft', 'submitted')`)
@Check('cooperation_profile_revision_has_state', `(revision IS NULL) = (revision_state IS NULL)`)
@Check('cooperation_profile_revision_beside_public', `revision IS NULL OR state IN ('published', 'expired')`)
@Check(
  'cooperation_profile_waits_since',
  `(state = 'submitted' OR coalesce(revision_state, 'draft') = 'submitted') = (submitted_at IS NOT NULL)`,
)
@Check('cooperation_profile_sent_back_because', `(sent_back_at IS NULL) = (sent_back_because IS NULL)`)
@Index('cooperation_profile_due_to_expire', ['expiresAt'], { where: `state = 'published'` })
@Index('cooperation_profile_waits', ['submittedAt'], { where: 'submitted_at IS NOT NULL' })
export class CooperationProfileEntity extends LifeColumns<ProfileContent> {
  @ForeignKey(() => OrganisationEntity, { name: 'cooperation_profile_organisation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cooperation_profile_pk' })
  organisationId: string;

  /** The end of its address; written by a trigger from the name that the organisation had when the profile was opened. */
  @Column({ type: 'text', insert: false, update: false })
  slug: string;

  /** What is public where it is published; else what is being written. */
  @Column('jsonb', { default: emptyProfile })
  content: ProfileContent;

  /** Texts in both languages, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchText?: string;

  /** Its words in Latin letters, for comparing with misspelt ones; written by a trigger. */
  @Column({ type: 'text', array: true, default: () => "'{}'", select: false, insert: false, update: false })
  searchWords?: string[];

  @Column('timestamptz', { default: () => 'domain_now()' })
  openedAt: Date;

  /** Organisers have seen that the organisation is what it says. */
  @Column('timestamptz', { nullable: true })
  verifiedAt: Date | null;

  @ForeignKey(() => UserEntity, { name: 'cooperation_profile_verified_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  verifiedByUserId: string | null;

  @ForeignKey(() => UserEntity, { name: 'cooperation_profile_reviewed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  reviewedByUserId: string | null;
}
