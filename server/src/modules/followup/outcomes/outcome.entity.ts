import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CaseKind, MeetingResult, OutcomeInput } from '@musubi/contracts';
import { MeetingEntity } from '../../meetings/index.js';
import { OrganisationEntity } from '../../organisations/index.js';
import { RegistrationEntity } from '../../registration/index.js';

/** What one person says of a meeting. A correction is a new row; the highest revision holds. */
@Entity('outcome')
@Unique('outcome_revision_once', ['meetingId', 'participantId', 'revision'])
@Check('outcome_result_known', `result IN ('met', 'partner_absent', 'i_was_absent', 'technical')`)
@Check('outcome_follow_up_known', `follow_up IN ('agreed', 'perhaps', 'none')`)
@Check('outcome_owner_known', `next_step_owner IN ('me', 'them', 'both')`)
export class OutcomeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingEntity, { name: 'outcome_meeting', onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'outcome_participant', onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  /** For whom the person spoke then. */
  @ForeignKey(() => OrganisationEntity, { name: 'outcome_organisation' })
  @Column('uuid')
  organisationId: string;

  @Column('integer')
  revision: number;

  @Column('text')
  result: MeetingResult;

  @Column('text')
  followUp: OutcomeInput['followUp'];

  @Column('text', { nullable: true })
  nextStep: string | null;

  @Column('text', { nullable: true })
  nextStepOwner: OutcomeInput['nextStepOwner'];

  @Column('date', { nullable: true })
  nextStepDue: string | null;

  @Column('text', { nullable: true })
  kind: CaseKind | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  at: Date;
}
