import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CaseKind, CaseStatus, EvidenceLevel } from '@musubi/contracts';
import { EventEntity } from '../../events/index.js';
import { MeetingEntity } from '../../meetings/index.js';
import { OrganisationEntity } from '../../organisations/index.js';

/** A cooperation that may come of meetings: what is known of it, judged from outcomes and statements. */
@Entity('cooperation_case')
@Check(
  'cooperation_case_status_known',
  `status IN ('contact', 'follow_up_agreed', 'initiated', 'drafted', 'signed', 'dormant', 'ended')`,
)
@Check('cooperation_case_level_known', `level IN ('claimed', 'confirmed', 'verified')`)
@Unique('cooperation_case_of_parties', ['eventId', 'partiesKey'])
@Check(
  'cooperation_case_initiated_on_a_day',
  `initiated_on IS NOT NULL OR status NOT IN ('initiated', 'drafted', 'signed')`,
)
export class CooperationCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cooperation_case_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('cooperation_case_event')
  @ForeignKey(() => EventEntity, { name: 'cooperation_case_event_of', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  /** The parties' organisations in order: between the same ones there is one case in an event. */
  @Column('uuid', { array: true })
  partiesKey: string[];

  @Column('text')
  status: CaseStatus;

  @Column('text', { nullable: true })
  kind: CaseKind | null;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  nextStep: string | null;

  @Column('date', { nullable: true })
  nextStepDue: string | null;

  @Column('text')
  level: EvidenceLevel;

  @Column('boolean')
  disputed: boolean;

  /** By Tokyo's calendar, which the fiscal year follows. */
  @Column('date', { nullable: true })
  initiatedOn: string | null;

  /** The organisation whose person named the next step first: only another one can confirm it. */
  @ForeignKey(() => OrganisationEntity, { name: 'cooperation_case_claimant' })
  @Column('uuid', { nullable: true })
  claimedBy: string | null;

  @Column('timestamptz')
  openedAt: Date;
}

/** An organisation in a case; any number. */
@Entity('case_party')
export class CasePartyEntity {
  @ForeignKey(() => CooperationCaseEntity, { name: 'case_party_case', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_party_pk' })
  caseId: string;

  @Index('case_party_organisation')
  @ForeignKey(() => OrganisationEntity, { name: 'case_party_organisation_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_party_pk' })
  organisationId: string;
}

/** A meeting that a case came of. */
@Entity('case_meeting')
export class CaseMeetingEntity {
  @ForeignKey(() => MeetingEntity, { name: 'case_meeting_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_meeting_pk' })
  meetingId: string;

  @Index('case_meeting_case')
  @ForeignKey(() => CooperationCaseEntity, { name: 'case_meeting_case_of', onDelete: 'CASCADE' })
  @Column('uuid')
  caseId: string;
}

/** Who confirmed or verified a case, beside what outcomes say; never changed. */
@Entity('case_statement')
@Check('case_statement_says_known', `says IN ('confirms', 'verifies')`)
@Check('case_statement_confirmed_by_a_party', `(says = 'confirms') = (organisation_id IS NOT NULL)`)
export class CaseStatementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_statement_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('case_statement_case')
  @ForeignKey(() => CooperationCaseEntity, { name: 'case_statement_case_of', onDelete: 'CASCADE' })
  @Column('uuid')
  caseId: string;

  @Column('text')
  says: 'confirms' | 'verifies';

  @Column('uuid')
  byUserId: string;

  /** For whom it is confirmed. */
  @ForeignKey(() => OrganisationEntity, { name: 'case_statement_organisation' })
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('timestamptz')
  at: Date;
}
