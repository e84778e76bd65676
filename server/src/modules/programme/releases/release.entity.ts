import type { ReleaseSummary } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** A named state of the programme that was published, and what it changed. */
@Entity('programme_release')
@Unique('programme_release_number', ['eventId', 'number'])
@Check('programme_release_counts_from_one', 'number >= 1')
export class ReleaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'programme_release_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'programme_release_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('integer')
  number: number;

  @Column('text')
  name: string;

  @Column('timestamptz')
  publishedAt: Date;

  @Column('jsonb')
  changes: ReleaseSummary['changes'];
}
