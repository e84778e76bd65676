import type { SessionView } from '@musubi/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from '../draft/session.entity.js';
import { ReleaseEntity } from './release.entity.js';

/** A session as a release shows it: written once, never changed. */
@Entity('released_session')
@Index('released_session_of_session', ['sessionId'])
export class ReleasedSessionEntity {
  @ForeignKey(() => ReleaseEntity, { name: 'released_session_release', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'released_session_pk' })
  releaseId: string;

  @ForeignKey(() => SessionEntity, { name: 'released_session_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'released_session_pk' })
  sessionId: string;

  /** Order of the programme. */
  @Column('integer')
  place: number;

  @Column('jsonb')
  view: SessionView;

  /** SEQUENCE in calendars: raised when time, title or state changed. */
  @Column('integer')
  sequence: number;
}
