import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../events/index.js';

/**
 * A room on the video server that belongs to something of an event; what that is, only its owner knows. It is one opening:
 * once it closed it never opens again, and what belongs to the same source later is another room with another name, so
 * that no old ticket opens it.
 */
@Entity('live_room')
@Unique('live_room_name', ['name'])
@Index('live_room_of_source', ['kind', 'sourceId'])
@Index('live_room_open_once', ['kind', 'sourceId'], { unique: true, where: 'closed_at IS NULL' })
@Index('live_room_of_event', ['eventId'])
export class LiveRoomEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'live_room_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  kind: string;

  @Column('uuid')
  sourceId: string;

  @ForeignKey(() => EventEntity, { name: 'live_room_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  /** What the video server calls it: not to be guessed, and never the same in two instances. */
  @Column('text')
  name: string;

  /** Whoever comes in after this is put out. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
