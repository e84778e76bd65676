import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A link of the log's chain. No foreign key: a seal outlives its entry, and so tells that it is gone. */
@Entity('audit_seal')
@Check('audit_seal_counted', 'number > 0')
@Check('audit_seal_hash', `hash ~ '^[0-9a-f]{64}$'`)
@Unique('audit_seal_entry_once', ['entryId'])
export class AuditSealEntity {
  /** From 1, without gaps. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_seal_pk' })
  number: number;

  @Column('uuid')
  entryId: string;

  /** Of the seal before and of everything in the entry, with a key of the instance. */
  @Column('text')
  hash: string;

  /** Real time. */
  @Column('timestamptz', { default: () => 'now()' })
  sealedAt: Date;
}
