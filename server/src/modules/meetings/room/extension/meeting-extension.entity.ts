import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** Five minutes more, asked for by some; agreed once every side has asked. */
@Entity('meeting_extension')
@Check('meeting_extension_twice_at_most', 'nth BETWEEN 1 AND 2')
export class MeetingExtensionEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_extension_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_extension_pk' })
  meetingId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'meeting_extension_pk' })
  nth: number;

  @Column('timestamptz')
  until: Date;

  /** Participants. */
  @Column('uuid', { array: true })
  askedBy: string[];

  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;
}
