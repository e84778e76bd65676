import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';
import { MeetingEntity } from '../booked/meeting.entity.js';

/** What the people of a meeting write together. */
@Entity('meeting_notes')
@Check('meeting_notes_size', 'octet_length(state) <= 131072')
export class MeetingNotesEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_notes_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_notes_pk' })
  meetingId: string;

  /** A Yjs document as one update. */
  @Column('bytea')
  state: Buffer;

  @Column('text')
  text: string;

  /** Participant. */
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_notes_by', onDelete: 'CASCADE' })
  @Column('uuid')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}
