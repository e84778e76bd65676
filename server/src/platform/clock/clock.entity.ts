import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: how far domain time is ahead of real time; below zero while a demo tells of the past. */
@Entity('domain_clock')
@Check('domain_clock_one_row', 'id = 1')
export class DomainClockEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'domain_clock_pk', default: 1 })
  id: number;

  @Column('bigint', { default: 0 })
  offsetMs: string;
}
