import type {
  PublishResult,
  RollBackResult,
  ScheduleFailure,
  ScheduleMode,
  ScheduleProgress,
  ScheduleState,
} from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { UserEntity } from '../../identity/index.js';

export interface RunCounts {
  people: number;
  wishes: number;
  slots: number;
  fixed: number;
}

/** One run of the scheduler over an event; at most one of an event is at work. */
@Entity('schedule_run')
@Unique('schedule_run_numbered', ['eventId', 'number'])
@Check('schedule_run_state_known', `state IN ('queued', 'running', 'stopped', 'done', 'failed')`)
@Check('schedule_run_failed_because', `(state = 'failed') = (failed_because IS NOT NULL)`)
@Check('schedule_run_ended', `(ended_at IS NULL) = (state IN ('queued', 'running'))`)
@Check('schedule_run_published_plan', 'published_at IS NULL OR has_plan')
@Check('schedule_run_rolled_back_published', 'rolled_back_at IS NULL OR published_at IS NOT NULL')
@Index('schedule_run_one_at_work', ['eventId'], { unique: true, where: `state IN ('queued', 'running')` })
export class ScheduleRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'schedule_run_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'schedule_run_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: ScheduleState;

  @Column('timestamptz', { nullable: true })
  stopAskedAt: Date | null;

  @Column('text', { nullable: true })
  failedBecause: ScheduleFailure | null;

  @Column('text')
  mode: ScheduleMode;

  @Column('uuid', { array: true })
  blockIds: string[];

  @ForeignKey(() => ScheduleRunEntity, { name: 'schedule_run_based_on', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  basedOn: string | null;

  @Column('integer')
  seed: number;

  @Column('integer')
  seconds: number;

  @Column('integer', { nullable: true })
  iterations: number | null;

  @ForeignKey(() => UserEntity, { name: 'schedule_run_by' })
  @Column('uuid')
  startedBy: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** In real time: when the server that works on it was last heard of. */
  @Column('timestamptz', { default: () => 'now()' })
  beatAt: Date;

  @Column('jsonb')
  progress: ScheduleProgress;

  @Column('jsonb')
  counts: RunCounts;

  @Column('boolean', { default: false })
  hasPlan: boolean;

  /** Raised by each change of the plan by hand. */
  @Column('integer', { default: 0 })
  planVersion: number;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('jsonb', { nullable: true })
  published: PublishResult | null;

  @Column('timestamptz', { nullable: true })
  rolledBackAt: Date | null;

  @Column('jsonb', { nullable: true })
  rolledBack: RollBackResult | null;
}
