import type { BilingualText, SessionKind, SessionState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';

/** A session of an event's draft. What people see is the newest release. */
@Entity('session')
@Unique('session_of_source', ['eventId', 'source', 'externalId'])
@Check(
  'session_kind_known',
  `kind IN ('talk', 'keynote', 'panel', 'opening', 'closing', 'workshop', 'break', 'matchmaking', 'other')`,
)
@Check('session_state_known', `state IN ('scheduled', 'cancelled')`)
@Check('session_ends_after_start', 'ends_at > starts_at')
@Check('session_title_has_original', `(title ->> (title ->> 'original')) IS NOT NULL`)
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'session_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  /** The conference of the file it came from. */
  @Column('text')
  source: string;

  /** What the source calls it. */
  @Column('text')
  externalId: string;

  @Column('text')
  kind: SessionKind;

  @Column('text')
  state: SessionState;

  @Column('jsonb')
  title: BilingualText;

  @Column('jsonb', { nullable: true })
  subtitle: BilingualText | null;

  @Column('jsonb', { nullable: true })
  abstract: BilingualText | null;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Index('session_in_room')
  @ForeignKey(() => RoomEntity, { name: 'session_room' })
  @Column('uuid', { nullable: true })
  roomId: string | null;

  @Index('session_on_track')
  @ForeignKey(() => TrackEntity, { name: 'session_track' })
  @Column('uuid', { nullable: true })
  trackId: string | null;

  @Column('text', { array: true })
  languages: string[];

  @Column('boolean')
  interpreted: boolean;

  /** A stage belongs to it. */
  @Column('boolean')
  online: boolean;
}
