import type { HelpTopic } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** Somebody in a meeting calls the organisers. One call of a meeting is open at a time. */
@Entity('meeting_help_request')
@Check('meeting_help_request_about_known', `about IN ('partner', 'technical', 'other')`)
@Check(
  'meeting_help_request_answer_whole',
  '(answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)',
)
@Index('meeting_help_request_open_once', ['meetingId'], { unique: true, where: 'answered_at IS NULL' })
@Index('meeting_help_request_of_event', ['eventId', 'askedAt'])
@Index('meeting_help_request_of_meeting', ['meetingId', 'id'])
export class MeetingHelpRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_help_request_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'meeting_help_request_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => MeetingEntity, { name: 'meeting_help_request_meeting', onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_help_request_by', onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  about: HelpTopic;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('timestamptz')
  askedAt: Date;

  /** User. */
  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
