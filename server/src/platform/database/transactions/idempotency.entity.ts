import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's command that was carried out, with its answer; kept 7 days. */
@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_pk' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pk' })
  key: string;

  @Column('bytea')
  fingerprint: Buffer;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Index('idempotency_at')
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
