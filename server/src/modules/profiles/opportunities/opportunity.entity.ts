import type {
  BilingualText,
  CooperationStage,
  Dimension,
  Novelty,
  OpportunityInput,
  OpportunityKind,
  PartnershipForm,
  PolicyFramework,
} from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { LifeColumns } from '../life/life.columns.js';
import { CooperationProfileEntity } from '../profile/cooperation-profile.entity.js';

/** A published offer or request for cooperation, or the draft of one. */
@Entity('opportunity')
@Check('opportunity_state_known', `state IN ('draft', 'submitted', 'published', 'expired', 'archived')`)
@Check(
  'opportunity_published_has_dates',
  `state <> 'published' OR (published_at IS NOT NULL AND expires_at IS NOT NULL)`,
)
@Check('opportunity_title_has_original', `(title ->> (title ->> 'original')) IS NOT NULL`)
@Check('opportunity_summary_has_original', `(summary ->> (summary ->> 'original')) IS NOT NULL`)
@Check('opportunity_revision_state_known', `revision_state IN ('draft', 'submitted')`)
@Check('opportunity_revision_has_state', `(revision IS NULL) = (revision_state IS NULL)`)
@Check('opportunity_revision_beside_public', `revision IS NULL OR state IN ('published', 'expired')`)
@Check(
  'opportunity_waits_since',
  `(state = 'submitted' OR coalesce(revision_state, 'draft') = 'submitted') = (submitted_at IS NOT NULL)`,
)
@Check('opportunity_third_countries_of_form', `form = 'one-plus-one' OR third_countries = '{}'`)
@Check('opportunity_agreement_expands', `novelty = 'expands' OR (agreement_id IS NULL AND agreement_name IS NULL)`)
@Check('opportunity_one_agreement', `agreement_id IS NULL OR agreement_name IS NULL`)
@Check(
  'opportunity_frameworks_known',
  `frameworks <@ ARRAY['epa', 'connectivity', 'green-alliance', 'digital-partnership']`,
)
@Check('opportunity_sent_back_because', `(sent_back_at IS NULL) = (sent_back_because IS NULL)`)
@Index('opportunity_due_to_expire', ['expiresAt'], { where: `state = 'published'` })
@Index('opportunity_waits', ['submittedAt'], { where: 'submitted_at IS NOT NULL' })
export class OpportunityEntity extends LifeColumns<OpportunityInput> {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opportunity_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('opportunity_of_organisation')
  @ForeignKey(() => CooperationProfileEntity, { name: 'opportunity_profile', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  kind: OpportunityKind;

  @Column('jsonb')
  title: BilingualText;

  @Column('jsonb')
  summary: BilingualText;

  /** Title and summary in both languages, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchText?: string;

  /** Its words in Latin letters, for comparing with misspelt ones; written by a trigger. */
  @Column({ type: 'text', array: true, default: () => "'{}'", select: false, insert: false, update: false })
  searchWords?: string[];

  @Column('text')
  dimension: Dimension;

  @Column('text')
  topic: string;

  @Column('text')
  form: PartnershipForm;

  @Column('text', { array: true })
  targetRegions: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  thirdCountries: string[];

  @Column('text')
  stage: CooperationStage;

  @Column('text')
  novelty: Novelty;

  @Column('text', { nullable: true })
  agreementId: string | null;

  @Column('text', { nullable: true })
  agreementName: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  frameworks: PolicyFramework[];

  @Column('date', { nullable: true })
  deadline: string | null;

  @ForeignKey(() => UserEntity, { name: 'opportunity_reviewed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  reviewedByUserId: string | null;

  @Column('timestamptz', { default: () => 'domain_now()' })
  createdAt: Date;
}
