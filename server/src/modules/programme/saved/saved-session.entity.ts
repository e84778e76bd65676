import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { SessionEntity } from '../draft/session.entity.js';

/** A session that somebody wants in their agenda; kept while it is cancelled, in case it comes back. */
@Entity('saved_session')
export class SavedSessionEntity {
  @ForeignKey(() => UserEntity, { name: 'saved_session_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_session_pk' })
  userId: string;

  @Index('saved_session_of_session')
  @ForeignKey(() => SessionEntity, { name: 'saved_session_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_session_pk' })
  sessionId: string;

  @Column('timestamptz')
  savedAt: Date;
}
