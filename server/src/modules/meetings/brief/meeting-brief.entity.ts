import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MeetingEntity } from '../booked/meeting.entity.js';
import { MeetingSlotEntity } from '../slots/meeting-slot.entity.js';

/** The brief of a meeting went out; another one follows where the meeting moves. */
@Entity('meeting_brief')
export class MeetingBriefEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_brief_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_brief_pk' })
  meetingId: string;

  /** Where the meeting stood then. */
  @ForeignKey(() => MeetingSlotEntity, { name: 'meeting_brief_slot' })
  @Column('uuid')
  slotId: string;

  @Column('timestamptz')
  sentAt: Date;
}
