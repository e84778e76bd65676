import type { Problem } from '@musubi/scheduling';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Origin } from '../event/wishes/origin.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';

/** What a run was given: kept, so that its plan can be looked at and changed by the same rules. */
@Entity('schedule_input')
export class ScheduleInputEntity {
  @ForeignKey(() => ScheduleRunEntity, { name: 'schedule_input_run', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'schedule_input_pk' })
  runId: string;

  @Column('jsonb')
  problem: Problem;

  /** Which slots the problem's positions stand for. */
  @Column('uuid', { array: true })
  slotIds: string[];

  @Column('jsonb')
  origins: Origin[];
}
