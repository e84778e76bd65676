import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { DeclaredPlace, DisputeReason, VerdictSource } from '@musubi/contracts';
import { RegistrationEntity } from '../../registration/index.js';
import { MeetingEntity } from '../booked/meeting.entity.js';
import type { Verdict } from '../booked/meeting.rules.js';

/** What became of a meeting, entry after entry: none is changed, the last one stands. */
@Entity('meeting_verdict')
@Check('meeting_verdict_state_known', `state IN ('held', 'cut_short', 'no_show', 'not_held')`)
@Check('meeting_verdict_source_known', `source IN ('presence', 'declaration', 'organiser')`)
@Check('meeting_verdict_excluded_not_held', `NOT excluded OR state = 'not_held'`)
export class MeetingVerdictEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_verdict_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_verdict_pk' })
  meetingId: string;

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'meeting_verdict_pk' })
  place: number;

  @Column('text')
  state: Verdict;

  @Column('text')
  source: VerdictSource;

  /** Sides of which nobody was there. */
  @Column('smallint', { array: true })
  absent: number[];

  /** An outage excuses everybody. */
  @Column('boolean')
  excluded: boolean;

  /** The organiser who decided it. */
  @Column('uuid', { nullable: true })
  byUserId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** The place of the entry that this one takes back. */
  @Column('integer', { nullable: true })
  undoes: number | null;

  @Column('timestamptz')
  at: Date;
}

/** A side says that the verdict is wrong; what it says is for the organisers alone. */
@Entity('meeting_dispute')
@Unique('meeting_dispute_once_per_side', ['meetingId', 'side'])
@Check(
  'meeting_dispute_reason_known',
  `reason IN ('was-there', 'other-absent', 'could-not-talk', 'technical', 'met-elsewhere', 'agreed-otherwise', 'other')`,
)
@Check('meeting_dispute_outcome_known', `outcome IN ('upheld', 'changed')`)
@Check('meeting_dispute_decided', '(decided_at IS NULL) = (outcome IS NULL)')
export class MeetingDisputeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_dispute_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingEntity, { name: 'meeting_dispute_meeting', onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId: string;

  @Column('smallint')
  side: number;

  @Column('uuid')
  userId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_dispute_participant', onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  reason: DisputeReason;

  @Column('text')
  statement: string;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** The verdict that decided it. */
  @Column('integer', { nullable: true })
  decidedPlace: number | null;

  @Column('text', { nullable: true })
  outcome: 'upheld' | 'changed' | null;
}

/** Somebody says that the two met. */
@Entity('meeting_declaration')
@Check('meeting_declaration_place_known', `place IN ('room', 'phone', 'elsewhere')`)
export class MeetingDeclarationEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_declaration_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_declaration_pk' })
  meetingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_declaration_pk' })
  userId: string;

  @Column('text')
  place: DeclaredPlace;

  @Column('timestamptz')
  at: Date;
}
