import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** What the organisers' plan of an event is made from. Without a row: the defaults. */
@Entity('schedule_settings')
@Check('schedule_settings_in_order', 'preferences_until > opens_at')
@Check('schedule_settings_positive', 'must_at_most > 0 AND meetings_at_most > 0')
export class ScheduleSettingsEntity {
  @ForeignKey(() => EventEntity, { name: 'schedule_settings_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'schedule_settings_pk' })
  eventId: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { nullable: true })
  preferencesUntil: Date | null;

  @Column('integer')
  mustAtMost: number;

  /** Of one person in a plan; null: as many as fit. */
  @Column('integer', { nullable: true })
  meetingsAtMost: number | null;

  @Column('boolean')
  pairsOnce: boolean;
}
