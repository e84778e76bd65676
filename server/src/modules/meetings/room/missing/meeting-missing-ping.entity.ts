import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** That a missing side was called, and for which start: a meeting that moved is another occasion. */
@Entity('meeting_missing_ping')
export class MeetingMissingPingEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_missing_ping_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_missing_ping_pk' })
  meetingId: string;

  @Column('timestamptz')
  startsAt: Date;

  /** The last time. */
  @Column('timestamptz')
  at: Date;

  /** Users who were called for this start, by whomever and however often. */
  @Column('uuid', { array: true })
  called: string[];
}
