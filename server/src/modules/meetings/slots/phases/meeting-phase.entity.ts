import type { BlockMode, PhaseEnd } from '@musubi/contracts';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeetingBlockEntity } from '../blocks/meeting-block.entity.js';

/** From when until when a block is open, and in which mode. The phases of a block never overlap. */
@Entity('meeting_phase')
@Check('meeting_phase_mode_known', `mode IN ('on_request', 'instant', 'plan')`)
@Check('meeting_phase_at_end_known', `at_end IN ('carry', 'to_plan', 'close')`)
@Check('meeting_phase_has_length', 'closes_at > opens_at')
@Exclusion('meeting_phase_apart', 'USING gist (block_id WITH =, tstzrange(opens_at, closes_at) WITH &&)')
@Index('meeting_phase_to_end', ['closesAt'], { where: 'ended_at IS NULL' })
export class MeetingPhaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_phase_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingBlockEntity, { name: 'meeting_phase_block', onDelete: 'CASCADE' })
  @Column('uuid')
  blockId: string;

  @Column('text')
  mode: BlockMode;

  @Column('timestamptz')
  opensAt: Date;

  @Column('timestamptz')
  closesAt: Date;

  @Column('text')
  atEnd: PhaseEnd;

  /** When its end was dealt with. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
