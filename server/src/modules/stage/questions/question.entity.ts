import type { QuestionState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { UserEntity } from '../../identity/index.js';

/** Something that somebody asks the people on a stage. */
@Entity('question')
@Check('question_state_known', `state IN ('queued', 'visible', 'answered', 'archived')`)
@Check('question_has_words', `text <> ''`)
@Index('question_of_session', ['sessionId'])
@Index('question_of_author', ['userId'])
@Index('question_of_event', ['eventId'])
export class QuestionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  sessionId: string;

  @ForeignKey(() => EventEntity, { name: 'question_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => UserEntity, { name: 'question_author', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  text: string;

  /** Only staff see who asked. */
  @Column('boolean')
  anonymous: boolean;

  @Column('text')
  state: QuestionState;

  @Column('boolean', { default: false })
  pinned: boolean;

  @Column('timestamptz')
  askedAt: Date;
}
