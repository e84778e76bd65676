import type { PublishConflictKind } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MeetingEntity, MeetingSlotEntity } from '../../../meetings/index.js';
import { ScheduleRunEntity } from '../../runs/schedule-run.entity.js';

/** A meeting of a provisional plan. */
@Entity('planned_meeting')
@Unique('planned_meeting_once', ['runId', 'wishId'])
@Check(
  'planned_meeting_conflict_known',
  `conflict IN ('past', 'time_taken', 'not_offered', 'person_left', 'not_wanted', 'meet_already')`,
)
@Check('planned_meeting_conflict_or_meeting', 'conflict IS NULL OR meeting_id IS NULL')
export class PlannedMeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'planned_meeting_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => ScheduleRunEntity, { name: 'planned_meeting_run', onDelete: 'CASCADE' })
  @Column('uuid')
  runId: string;

  @Column('uuid')
  wishId: string;

  @ForeignKey(() => MeetingSlotEntity, { name: 'planned_meeting_slot' })
  @Column('uuid')
  slotId: string;

  @Column('boolean')
  locked: boolean;

  /** Put there by an organiser since the run ended. */
  @Column('boolean')
  byHand: boolean;

  /** One that stood before, or that came of publishing. */
  @ForeignKey(() => MeetingEntity, { name: 'planned_meeting_became', onDelete: 'SET NULL' })
  @Index('planned_meeting_of_meeting')
  @Column('uuid', { nullable: true })
  meetingId: string | null;

  @Column('text', { nullable: true })
  conflict: PublishConflictKind | null;
}

/** Who is where in a plan: nobody in two meetings of one slot. */
@Entity('planned_seat')
@Unique('planned_seat_free', ['runId', 'occupantId', 'slotId'])
export class PlannedSeatEntity {
  @ForeignKey(() => PlannedMeetingEntity, { name: 'planned_seat_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'planned_seat_pk' })
  plannedId: string;

  /** A participant, or an interpreter. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'planned_seat_pk' })
  occupantId: string;

  @Column('uuid')
  runId: string;

  @Column('uuid')
  slotId: string;

  /** In the order of the sides; null for an interpreter. */
  @Column('smallint', { nullable: true })
  place: number | null;
}
