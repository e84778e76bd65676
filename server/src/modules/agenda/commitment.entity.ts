import type { AgendaKind } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../events/index.js';
import { UserEntity } from '../identity/index.js';

/** Time that a person has given away: a saved session, a speaking slot, a meeting. */
@Entity('commitment')
@Unique('commitment_once', ['userId', 'kind', 'sourceId'])
@Check('commitment_kind_known', `kind IN ('session', 'speaking', 'meeting')`)
@Check('commitment_during_sound', `lower(during) < upper(during) AND lower_inc(during) AND NOT upper_inc(during)`)
@Check('commitment_sequence_counts', 'sequence >= 0')
@Index('commitment_of_user', ['userId', 'during'], { type: 'gist' })
@Index('commitment_of_source', ['sourceId'])
export class CommitmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => UserEntity, { name: 'commitment_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @ForeignKey(() => EventEntity, { name: 'commitment_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  kind: AgendaKind;

  /** The session or the meeting. */
  @Column('uuid')
  sourceId: string;

  /** Half-open, as PostgreSQL writes it. */
  @Column('tstzrange')
  during: string;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleJa: string;

  /** Names it in calendars, for as long as it exists. */
  @Column('text')
  uid: string;

  /** Raised by every change that calendars must hear of. */
  @Column('integer')
  sequence: number;
}
