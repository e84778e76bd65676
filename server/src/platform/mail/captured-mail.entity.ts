import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CapturedMail, Lang } from '@musubi/contracts';

/** A mail that the demo or a rehearsal kept instead of sending. */
@Entity('captured_mail')
export class CapturedMailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'captured_mail_pk', default: () => 'uuidv7()' })
  id: string;

  /** Domain time. */
  @Index('captured_mail_at')
  @Column('timestamptz')
  at: Date;

  @Column('text')
  fromAddress: string;

  @Column('text')
  toAddress: string;

  @Column('text')
  toName: string;

  @Index('captured_mail_message_id', { unique: true })
  @Column('text')
  messageId: string;

  @Column('text')
  subject: string;

  @Column('text')
  lang: Lang;

  @Column('text')
  text: string;

  @Column('text')
  html: string;

  @Column('jsonb', { nullable: true })
  calendar: CapturedMail['calendar'];

  @Column('jsonb')
  headers: Record<string, string>;
}
