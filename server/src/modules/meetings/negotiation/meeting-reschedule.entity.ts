import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeetingEntity } from '../booked/meeting.entity.js';
import { MeetingRequestEntity } from '../requests/meeting-request.entity.js';
import { MeetingSlotEntity } from '../slots/meeting-slot.entity.js';

/** What makes a request one to move a meeting that stands. */
@Entity('meeting_reschedule')
export class MeetingRescheduleEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_reschedule_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_reschedule_pk' })
  requestId: string;

  @ForeignKey(() => MeetingEntity, { name: 'meeting_reschedule_meeting', onDelete: 'CASCADE' })
  @Index('meeting_reschedule_of_meeting')
  @Column('uuid')
  meetingId: string;

  /** Where the meeting stood when it was asked. */
  @ForeignKey(() => MeetingSlotEntity, { name: 'meeting_reschedule_from_slot' })
  @Column('uuid')
  fromSlotId: string;
}
