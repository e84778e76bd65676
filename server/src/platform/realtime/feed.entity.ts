import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The last number given in a person's feed. */
@Entity('user_feed')
export class UserFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_feed_pk' })
  userId: string;

  @Column('integer')
  lastN: number;
}

/** One numbered entry of a person's feed. */
@Entity('user_event')
export class UserEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_event_pk' })
  userId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'user_event_pk' })
  n: number;

  @Column('text')
  kind: string;

  @Column('jsonb')
  ids: Record<string, string>;

  @Column('timestamptz')
  at: Date;

  @Index('user_event_written_at')
  @Column('timestamptz', { default: () => 'now()' })
  writtenAt: Date;
}
