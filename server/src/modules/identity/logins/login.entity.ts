import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** One signed-in browser. Only the hash of its cookie is kept. */
@Entity('login')
@Unique('login_reference', ['referenceHash'])
export class LoginEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'login_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('login_user')
  @Column('uuid')
  userId: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'login_user_known' })
  user: Relation<UserEntity>;

  @Column('bytea')
  referenceHash: Buffer;

  /** What the browser calls itself, shortened. */
  @Column('text')
  device: string;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz', { nullable: true })
  secondFactorAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
