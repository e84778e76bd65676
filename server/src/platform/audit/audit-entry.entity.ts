import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what, for good: a trigger refuses to change or to remove a row. No foreign keys, so that it outlives what it is about. */
@Entity('audit_entry')
@Check('audit_entry_reason_short', 'length(reason) <= 1000')
@Index('audit_entry_event', ['eventId', 'id'])
@Index('audit_entry_subject', ['subjectKind', 'subjectId'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pk', default: () => 'uuidv7()' })
  id: string;

  /** Domain time. */
  @Column('timestamptz')
  at: Date;

  /** Real time. */
  @Column('timestamptz', { default: () => 'now()' })
  recordedAt: Date;

  /** Null when time or circumstances did it. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('uuid', { nullable: true })
  onBehalfOf: string | null;

  @Column('text')
  did: string;

  @Column('text')
  subjectKind: string;

  @Column('text')
  subjectId: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('jsonb', { nullable: true })
  before: unknown;

  @Column('jsonb', { nullable: true })
  after: unknown;

  @Column('text', { nullable: true })
  reason: string | null;
}
