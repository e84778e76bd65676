import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../identity/index.js';

/** The secret address under which a person's calendar program fetches the agenda. Only the hash of the secret is kept. */
@Entity('calendar_feed')
@Unique('calendar_feed_token', ['tokenHash'])
@Check('calendar_feed_generation_counts', 'generation >= 0')
export class CalendarFeedEntity {
  @ForeignKey(() => UserEntity, { name: 'calendar_feed_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_feed_pk' })
  userId: string;

  /** Raised to revoke: the secret is derived from it and from the instance's key. */
  @Column('integer')
  generation: number;

  @Column('bytea')
  tokenHash: Buffer;
}
