import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MeetingBlockEntity } from './blocks/meeting-block.entity.js';

/** A time at which two may meet. Seats refer to id and time together, so a seated slot cannot move. */
@Entity('meeting_slot')
@Unique('meeting_slot_id_during', ['id', 'during'])
@Check('meeting_slot_during_is_its_times', `during = tstzrange(starts_at, ends_at) AND ends_at > starts_at`)
@Index('meeting_slot_event_start', ['eventId', 'startsAt'])
export class MeetingSlotEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_slot_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  eventId: string;

  @ForeignKey(() => MeetingBlockEntity, { name: 'meeting_slot_block', onDelete: 'CASCADE' })
  @Column('uuid')
  blockId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('tstzrange')
  during: string;

  /** No longer offered; kept for the requests and meetings that speak of it. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;
}
