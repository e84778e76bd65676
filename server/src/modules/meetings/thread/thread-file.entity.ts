import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ThreadMessageEntity } from './thread.entity.js';

/** A document that came with a message. */
@Entity('thread_file')
@Unique('thread_file_once', ['fileId'])
@ForeignKey('stored_file', ['fileId'], ['id'], { name: 'thread_file_stored' })
export class ThreadFileEntity {
  @ForeignKey(() => ThreadMessageEntity, { name: 'thread_file_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_file_pk' })
  messageId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_file_pk' })
  fileId: string;

  /** Its place among those of the message, from 0. */
  @Column('smallint')
  place: number;
}
