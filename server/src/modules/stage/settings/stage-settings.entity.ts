import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** How the stages of an event work; without a row as the columns' defaults say. */
@Entity('stage_settings')
export class StageSettingsEntity {
  @ForeignKey(() => EventEntity, { name: 'stage_settings_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_settings_pk' })
  eventId: string;

  /** A new question waits for a moderator before others see it. */
  @Column('boolean', { default: false })
  moderateQuestions: boolean;
}
