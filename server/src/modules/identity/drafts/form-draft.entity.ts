import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** What one person has typed into one form and not sent. The content is the client's: nothing on the server reads it. */
@Entity('form_draft')
@Check('form_draft_size', 'octet_length(content) <= 80000')
@Check('form_draft_expires_later', 'expires_at > typed_at')
export class FormDraftEntity {
  @ForeignKey(() => UserEntity, { name: 'form_draft_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'form_draft_pk' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'form_draft_pk' })
  form: string;

  /** Null once sent or given up: the row stays so that a device that was away does not bring the old one back. */
  @Column('text', { nullable: true })
  content: string | null;

  @Column('timestamptz')
  typedAt: Date;

  @Index('form_draft_expiry')
  @Column('timestamptz')
  expiresAt: Date;
}
