import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';

/** One person wants nothing to do with another, at any event. The other never learns of it. */
@Entity('person_block')
@Check('person_block_of_another', 'by_user_id <> user_id')
export class PersonBlockEntity {
  @ForeignKey(() => UserEntity, { name: 'person_block_by', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_block_pk' })
  byUserId: string;

  @Index('person_block_reverse')
  @ForeignKey(() => UserEntity, { name: 'person_block_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_block_pk' })
  userId: string;

  @Column('timestamptz', { default: () => 'domain_now()' })
  at: Date;
}
