import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The quarterly webinars of one Japanese fiscal year. */
@Entity('event_series')
@Unique('event_series_of_year', ['fiscalYear'])
export class EventSeriesEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_series_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('integer')
  fiscalYear: number;
}
