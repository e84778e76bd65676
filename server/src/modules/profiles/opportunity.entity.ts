import type {
  BilingualText,
  CooperationStage,
  Dimension,
  Novelty,
  OpportunityKind,
  OpportunityState,
  PartnershipForm,
} from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';

/** A published offer or request for cooperation, or the draft of one. */
@Entity('opportunity')
@Check('opportunity_state_known', `state IN ('draft', 'submitted', 'published', 'expired', 'archived')`)
@Check(
  'opportunity_published_has_dates',
  `state <> 'published' OR (published_at IS NOT NULL AND expires_at IS NOT NULL)`,
)
@Check('opportunity_title_has_original', `(title ->> (title ->> 'original')) IS NOT NULL`)
@Check('opportunity_summary_has_original', `(summary ->> (summary ->> 'original')) IS NOT NULL`)
@Index('opportunity_due_to_expire', ['expiresAt'], { where: `state = 'published'` })
export class OpportunityEntity {
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

  @Column('text')
  dimension: Dimension;

  @Column('text')
  topic: string;

  @Column('text')
  form: PartnershipForm;

  @Column('text', { array: true })
  targetRegions: string[];

  @Column('text')
  stage: CooperationStage;

  @Column('text')
  novelty: Novelty;

  @Column('date', { nullable: true })
  deadline: string | null;

  @Column('text')
  state: OpportunityState;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { default: () => 'domain_now()' })
  createdAt: Date;
}
