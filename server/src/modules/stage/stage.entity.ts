import type { StageState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../events/index.js';

/** What happens live in a session. There is no row before anything happened: that is backstage. */
@Entity('stage')
@Check('stage_state_known', `state IN ('backstage', 'live', 'ended')`)
@Check('stage_live_since_start', `(state = 'backstage') = (live_since IS NULL)`)
@Check('stage_ended_at_end', `(state = 'ended') = (ended_at IS NOT NULL)`)
export class StageEntity {
  /** Published with the programme; sessions stay, so nothing refers to it by constraint. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_pk' })
  sessionId: string;

  @Index('stage_of_event')
  @ForeignKey(() => EventEntity, { name: 'stage_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  state: StageState;

  @Column('timestamptz', { nullable: true })
  liveSince: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
