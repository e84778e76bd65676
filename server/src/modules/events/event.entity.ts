import type { BilingualText, EventKind, EventState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventSeriesEntity } from './event-series.entity.js';

/** One webinar or one conference, in one zone. */
@Entity('event')
@Unique('event_slug', ['slug'])
@Check('event_kind_known', `kind IN ('webinar', 'conference')`)
@Check('event_state_known', `state IN ('draft', 'published', 'cancelled')`)
@Check('event_ends_after_start', 'ends_at > starts_at')
@Check('event_registration_closes_after_opening', 'registration_closes_at > registration_opens_at')
@Check('event_capacity_positive', 'capacity > 0')
@Check('event_answer_days_one_to_ten', 'answer_days BETWEEN 1 AND 10')
@Check('event_title_has_original', `(title ->> (title ->> 'original')) IS NOT NULL`)
export class EventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  kind: EventKind;

  @Column('text')
  state: EventState;

  @Index('event_of_series')
  @ForeignKey(() => EventSeriesEntity, { name: 'event_series_of_event' })
  @Column('uuid', { nullable: true })
  seriesId: string | null;

  @Column('jsonb')
  title: BilingualText;

  @Column('jsonb')
  lead: BilingualText;

  /** Programmes and meeting blocks are wall-clock in it. */
  @Column('text')
  zone: string;

  @Index('event_by_start')
  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz')
  registrationOpensAt: Date;

  @Column('timestamptz')
  registrationClosesAt: Date;

  @Column('integer')
  capacity: number;

  @Column('boolean')
  matchmaking: boolean;

  /** Working days of their office in which people answer a request. */
  @Column('smallint', { default: 5 })
  answerDays: number;

  @Column('text', { array: true })
  organisedBy: string[];

  @Column('text', { array: true })
  supportedBy: string[];

  /** SEQUENCE of its calendar entry: raised whenever time, title or state change. */
  @Column('integer', { default: 0 })
  calendarSequence: number;

  @Column('timestamptz', { default: () => 'domain_now()' })
  changedAt: Date;
}
