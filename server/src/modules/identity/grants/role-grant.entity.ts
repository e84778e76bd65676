import type { Role } from '@musubi/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** A role that somebody holds, in a scope, for a time (domain time). One table for all roles. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pk', default: () => 'uuidv7()' })
  id: string;

  @Index('role_grant_user')
  @Column('uuid')
  userId: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'role_grant_user_known' })
  user: Relation<UserEntity>;

  @Column('text')
  role: Role;

  /** Null: in every event. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** Null: for no organisation in particular. */
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('timestamptz', { default: () => 'domain_now()' })
  startsAt: Date;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;
}
