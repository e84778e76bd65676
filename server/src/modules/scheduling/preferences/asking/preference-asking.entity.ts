import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';
import { UserEntity } from '../../../identity/index.js';

/** A letter that asked a person for their wishes. By person: whoever registers anew is not asked again. */
@Entity('preference_asking')
@Check('preference_asking_news_known', `news IN ('asked', 'reminded')`)
export class PreferenceAskingEntity {
  @ForeignKey(() => EventEntity, { name: 'preference_asking_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'preference_asking_pk' })
  eventId: string;

  @ForeignKey(() => UserEntity, { name: 'preference_asking_user', onDelete: 'CASCADE' })
  @Index('preference_asking_of_user')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'preference_asking_pk' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'preference_asking_pk' })
  news: 'asked' | 'reminded';

  @Column('timestamptz')
  at: Date;
}
