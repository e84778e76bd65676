import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { QuestionEntity } from './question.entity.js';

/** One person's wish to hear an answer. Votes are counted, never summed up in a column: a count cannot drift. */
@Entity('question_vote')
export class QuestionVoteEntity {
  @ForeignKey(() => QuestionEntity, { name: 'question_vote_question', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_vote_once' })
  questionId: string;

  @Index('question_vote_of_user')
  @ForeignKey(() => UserEntity, { name: 'question_vote_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_vote_once' })
  userId: string;
}
