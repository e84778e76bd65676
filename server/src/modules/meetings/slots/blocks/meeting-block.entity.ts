import type { BlockMode, KeptApart, Pairing } from '@musubi/contracts';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';

/** A period for meetings on some dates, wall-clock in the event's zone, cut into equal slots. */
@Entity('meeting_block')
@Check('meeting_block_lengths', 'slot_minutes > 0 AND gap_minutes >= 0')
@Check('meeting_block_mode_known', `mode IN ('on_request', 'instant', 'plan')`)
@Check('meeting_block_capacity', 'rooms > 0')
export class MeetingBlockEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_block_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('meeting_block_event')
  @ForeignKey(() => EventEntity, { name: 'meeting_block_event_of', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text', { array: true })
  dates: string[];

  /** `09:00` */
  @Column('text')
  fromWall: string;

  @Column('text')
  untilWall: string;

  @Column('integer')
  slotMinutes: number;

  @Column('integer')
  gapMinutes: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text', { default: '' })
  nameEn: string;

  @Column('text', { default: '' })
  nameJa: string;

  /** Meetings at once, as many as it has tables; null: any number. */
  @Column('integer', { nullable: true })
  rooms: number | null;

  @Column('jsonb', { default: { kind: 'all' } })
  pairing: Pairing;

  @Column('jsonb', { default: [] })
  apart: KeptApart[];

  /** Whether people offer it until they say otherwise. */
  @Column('boolean', { default: true })
  offered: boolean;

  @Column('text', { default: 'on_request' })
  mode: BlockMode;

  @Column('timestamptz', { nullable: true })
  planPublishedAt: Date | null;

  /** Out of sight; comes back when its removal is undone. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}

/** One date of a block as an interval of instants; an event's intervals never overlap. */
@Entity('meeting_block_day')
@Exclusion('meeting_block_day_apart', 'USING gist (event_id WITH =, during WITH &&)')
export class MeetingBlockDayEntity {
  @ForeignKey(() => MeetingBlockEntity, { name: 'meeting_block_day_block', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_block_day_pk' })
  blockId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'meeting_block_day_pk' })
  date: string;

  @Column('uuid')
  eventId: string;

  @Column('tstzrange')
  during: string;
}
