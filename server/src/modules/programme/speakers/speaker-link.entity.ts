import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { SpeakerEntity } from '../draft/speaker.entity.js';

/** That an organiser said whose account a speaker is, or took it back. Rows are added, never changed. */
@Entity('speaker_link')
@Check('speaker_link_did_known', `did IN ('linked', 'unlinked')`)
export class SpeakerLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'speaker_link_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('speaker_link_of_speaker')
  @ForeignKey(() => SpeakerEntity, { name: 'speaker_link_speaker', onDelete: 'CASCADE' })
  @Column('uuid')
  speakerId: string;

  /** Whose account was linked or unlinked. */
  @ForeignKey(() => UserEntity, { name: 'speaker_link_user', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  did: 'linked' | 'unlinked';

  @ForeignKey(() => UserEntity, { name: 'speaker_link_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  byUserId: string | null;

  @Column('timestamptz')
  at: Date;
}
