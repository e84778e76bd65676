import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';
import { SpeakerEntity } from './speaker.entity.js';

/** Who speaks in a session, in which order. */
@Entity('session_speaker')
export class SessionSpeakerEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_speaker_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_speaker_pk' })
  sessionId: string;

  @Index('session_speaker_of_speaker')
  @ForeignKey(() => SpeakerEntity, { name: 'session_speaker_speaker', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_speaker_pk' })
  speakerId: string;

  @Column('integer')
  place: number;
}
