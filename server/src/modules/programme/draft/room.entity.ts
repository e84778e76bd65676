import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** Where sessions of an event are, as its programme calls it. */
@Entity('programme_room')
@Unique('programme_room_name', ['eventId', 'name'])
export class RoomEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'programme_room_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'programme_room_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  name: string;

  /** In Japanese. */
  @Column('text', { nullable: true })
  nameLocal: string | null;
}
