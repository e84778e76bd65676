import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { UserEntity } from '../../identity/index.js';

/** Somebody who speaks at an event, as the programme names them; linked to an account where it is known. */
@Entity('speaker')
@Unique('speaker_of_source', ['eventId', 'source', 'externalId'])
export class SpeakerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'speaker_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'speaker_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  source: string;

  @Column('text')
  externalId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameLocal: string | null;

  @Column('text', { nullable: true })
  biography: string | null;

  @Column('text', { nullable: true })
  organisation: string | null;

  /** In Japanese. */
  @Column('text', { nullable: true })
  organisationLocal: string | null;

  @Index('speaker_of_user')
  @ForeignKey(() => UserEntity, { name: 'speaker_user', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  userId: string | null;
}
