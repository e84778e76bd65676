import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Counters of rate-limiter-flexible, in the shape it expects. `expire` is in milliseconds since 1970. */
@Entity('rate_limit')
export class RateLimitEntity {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'rate_limit_pk' })
  key: string;

  @Column('integer', { default: 0 })
  points: number;

  @Index('rate_limit_expire')
  @Column('bigint', { nullable: true })
  expire: string | null;
}
