import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';
import { MeetingRequestEntity } from '../requests/meeting-request.entity.js';

/** Something one side wrote to the other; never changed. */
@Entity('thread_message')
@Check('thread_message_length', 'char_length(text) <= 2000')
@Check('thread_message_files', 'files BETWEEN 0 AND 3')
@Check('thread_message_says_something', `text <> '' OR files > 0`)
@Index('thread_message_of_request', ['requestId', 'id'])
export class ThreadMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_message_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingRequestEntity, { name: 'thread_message_request', onDelete: 'CASCADE' })
  @Column('uuid')
  requestId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'thread_message_by', onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  text: string;

  /** How many documents it carries. */
  @Column('smallint', { default: 0 })
  files: number;

  @Column('timestamptz')
  sentAt: Date;
}

/** How far one side has read. */
@Entity('thread_reading')
export class ThreadReadingEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'thread_reading_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_reading_pk' })
  requestId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'thread_reading_by', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_reading_pk' })
  participantId: string;

  @ForeignKey(() => ThreadMessageEntity, { name: 'thread_reading_through', onDelete: 'CASCADE' })
  @Column('uuid')
  throughId: string;

  @Column('timestamptz')
  readAt: Date;
}
