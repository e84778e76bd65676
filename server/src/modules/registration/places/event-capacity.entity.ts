import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** How many places of an event are taken. Its row is the lock behind which places are given, freed and passed on. */
@Entity('event_capacity')
@Check('event_capacity_counts', 'taken >= 0 AND last_waiting_number >= 0')
export class EventCapacityEntity {
  @ForeignKey(() => EventEntity, { name: 'event_capacity_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_capacity_pk' })
  eventId: string;

  @Column('integer', { default: 0 })
  taken: number;

  @Column('integer', { default: 0 })
  lastWaitingNumber: number;
}
