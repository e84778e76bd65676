import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingBlockEntity } from '../blocks/meeting-block.entity.js';

/** What a participant offers of a block. Without a row: what the organiser chose for the block. */
@Entity('block_availability')
export class BlockAvailabilityEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'block_availability_participant', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'block_availability_pk' })
  participantId: string;

  @ForeignKey(() => MeetingBlockEntity, { name: 'block_availability_block', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'block_availability_pk' })
  blockId: string;

  @Column('boolean')
  everything: boolean;

  @Column('tstzmultirange')
  offered: string;
}

/** How much a participant takes on. A trigger on seats holds it, whoever books. */
@Entity('meeting_limit')
@Check('meeting_limit_reasonable', 'gap_minutes >= 0 AND per_day > 0')
export class MeetingLimitEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_limit_participant', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_limit_pk' })
  participantId: string;

  @Column('integer')
  gapMinutes: number;

  /** Meetings on a day of the person's own calendar. */
  @Column('integer', { nullable: true })
  perDay: number | null;

  /** No new meeting that begins before. */
  @Column('timestamptz', { nullable: true })
  quietUntil: Date | null;

  @Column('boolean')
  quiet: boolean;
}
