import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** A thread of sessions through an event's programme. */
@Entity('programme_track')
@Unique('programme_track_name', ['eventId', 'name'])
export class TrackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'programme_track_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'programme_track_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  name: string;

  /** In Japanese. */
  @Column('text', { nullable: true })
  nameLocal: string | null;
}
