import type { Lang } from '@musubi/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * Somebody asked to sign in. Token and code are made by the job that mails them; only their hashes are kept.
 * Real time throughout.
 */
@Entity('sign_in_attempt')
@Unique('sign_in_attempt_token', ['tokenHash'])
export class SignInAttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_attempt_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  address: string;

  @Column('text')
  lang: Lang;

  @Column('text', { nullable: true })
  returnTo: string | null;

  /** Hash of the cookie of the browser that asked, the same for all its attempts. Null for the owner's link, which any browser may use. */
  @Index('sign_in_attempt_nonce')
  @Column('bytea', { nullable: true })
  nonceHash: Buffer | null;

  @Column('bytea', { nullable: true })
  tokenHash: Buffer | null;

  @Column('bytea', { nullable: true })
  codeHash: Buffer | null;

  @Column('smallint', { default: 0 })
  tries: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Index('sign_in_attempt_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
