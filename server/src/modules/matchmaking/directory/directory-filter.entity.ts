import type { DirectoryFilter } from '@musubi/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../../identity/index.js';

/** What a person has narrowed the directory by before and wants to again, at any event. */
@Entity('directory_filter')
@Unique('directory_filter_name', ['userId', 'name'])
export class DirectoryFilterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_filter_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => UserEntity, { name: 'directory_filter_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  filter: DirectoryFilter;

  @Column('timestamptz')
  savedAt: Date;
}
