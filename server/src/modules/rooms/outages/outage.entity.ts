import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type OutageOf = 'video' | 'instance';

/** When something was last known to work. */
@Entity('sign_of_life')
@Check('sign_of_life_of_known', `of IN ('video', 'instance')`)
export class SignOfLifeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_of_life_pk' })
  of: OutageOf;

  /** Domain time. */
  @Column('timestamptz')
  seenAt: Date;

  /** Real time: the platform's clock may jump, and a jump is no outage. */
  @Column('timestamptz')
  reallyAt: Date;
}

/** A time in which something did not work. */
@Entity('outage')
@Check('outage_of_known', `of IN ('video', 'instance')`)
@Check('outage_in_order', 'began_at < ended_at')
@Index('outage_end', ['endedAt'])
export class OutageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outage_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  of: OutageOf;

  @Column('timestamptz')
  beganAt: Date;

  @Column('timestamptz')
  endedAt: Date;
}
