import { Injectable } from '@nestjs/common';
import {
  type QuestionId,
  type QuestionInput,
  type QuestionState,
  type QuestionStatePut,
  type QuestionView,
  writeName,
} from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { StageDoor, type StageVisitor } from '../stage-door.service.js';
import { StageHints } from '../stage-hints.js';
import { StageSettings } from '../settings/stage-settings.service.js';
import { StageEntity } from '../stage.entity.js';
import { QuestionEntity } from './question.entity.js';
import { assertMayAsk, assertStageListens, isReadBy, moveQuestion } from './question.rules.js';

interface Row extends Pick<QuestionEntity, 'id' | 'text' | 'anonymous' | 'state' | 'pinned'> {
  userId: string;
  askedAt: Date;
  votes: number;
  voted: boolean;
}

/** Votes come in crowds: watchers hear of them this often. */
const votesPauseMs = 1_000;

/** What the audience asks. Every answer is in the one order that everybody sees. */
@Injectable()
export class Questions {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: Users,
    private readonly door: StageDoor,
    private readonly settings: StageSettings,
    private readonly hints: StageHints,
  ) {}

  /** Pinned ones first, then by votes, then the older first. Two queries. */
  async list(actor: Actor, sessionId: string, mayModerate: boolean, em: EntityManager): Promise<QuestionView[]> {
    const rows = await rowsOf(em, actor, 'session_id', sessionId);
    const seen = rows.filter(({ state, userId }) =>
      isReadBy(state, { mayModerate, isAuthor: userId === actor.userId }),
    );
    return this.views(actor, seen, mayModerate, em);
  }

  /** @throws DomainError `stage.wrong_state` once the session is over, `question.too_many` */
  async ask(command: Command, sessionId: string, { text, anonymous }: QuestionInput): Promise<QuestionView> {
    return this.transactions.command(command, async (tx) => {
      const { session, mayModerate } = await this.door.visit(command.actor, sessionId, tx.em);
      await this.assertListens(tx, sessionId);
      assertMayAsk(await askedBy(tx, command.actor, sessionId));
      const { eventId } = session;
      const moderated = await this.settings.moderatesQuestions(eventId, tx.em);
      const state: QuestionState = moderated && !mayModerate ? 'queued' : 'visible';
      const { identifiers } = await tx.em.insert(QuestionEntity, {
        sessionId,
        eventId,
        userId: command.actor.userId,
        text,
        anonymous,
        state,
        askedAt: tx.now,
      });
      this.hints.soon(tx, 'questions.changed', sessionId, votesPauseMs);
      return this.one(tx, command.actor, identifiers[0]!['id'] as string, mayModerate);
    });
  }

  async vote(command: Command, questionId: string): Promise<QuestionView> {
    return this.change(command, questionId, 'visit', async (tx, question) => {
      await this.assertVotable(tx, question);
      await tx.em.query(
        'INSERT INTO question_vote (question_id, user_id) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT question_vote_once DO NOTHING',
        [questionId, command.actor.userId],
      );
    });
  }

  async withdrawVote(command: Command, questionId: string): Promise<QuestionView> {
    return this.change(command, questionId, 'visit', async (tx, question) => {
      await this.assertVotable(tx, question);
      await tx.em.query('DELETE FROM question_vote WHERE question_id = $1 AND user_id = $2', [
        questionId,
        command.actor.userId,
      ]);
    });
  }

  /** @throws DomainError `question.wrong_state`; `forbidden` for somebody who does not moderate */
  async put(command: Command, questionId: string, { state, pinned }: QuestionStatePut): Promise<QuestionView> {
    return this.change(command, questionId, 'moderate', async (tx, question) => {
      await tx.em.update(
        QuestionEntity,
        { id: questionId },
        { state: moveQuestion(question.state, state), pinned: pinned && state === 'visible' },
      );
    });
  }

  /** Takes one's own question back; anybody else's is not there. */
  async takeBack(command: Command, questionId: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      const question = await lockQuestion(tx, questionId);
      await this.door.visit(command.actor, question.sessionId, tx.em);
      if (question.userId !== command.actor.userId) throw new DomainError('not_found');
      await tx.em.delete(QuestionEntity, { id: questionId });
      this.hints.soon(tx, 'questions.changed', question.sessionId, votesPauseMs);
      return null;
    });
  }

  private async change(
    command: Command,
    questionId: string,
    as: 'visit' | 'moderate',
    work: (tx: Tx, question: QuestionEntity) => Promise<void>,
  ): Promise<QuestionView> {
    return this.transactions.command(command, async (tx) => {
      // Votes only need the question to stay as it is; a moderator changes it.
      const question = await lockQuestion(tx, questionId, as === 'visit' ? 'FOR KEY SHARE' : 'FOR UPDATE');
      const visitor = await this.visitor(command.actor, question, as, tx);
      await work(tx, question);
      this.hints.soon(tx, 'questions.changed', question.sessionId, votesPauseMs);
      return this.one(tx, command.actor, questionId, visitor.mayModerate);
    });
  }

  /** A question that the person does not read is not there. */
  private async visitor(
    actor: Actor,
    question: QuestionEntity,
    as: 'visit' | 'moderate',
    tx: Tx,
  ): Promise<StageVisitor> {
    const visitor = await this.door.visit(actor, question.sessionId, tx.em);
    const { mayModerate } = visitor;
    if (!isReadBy(question.state, { mayModerate, isAuthor: question.userId === actor.userId })) {
      throw new DomainError('not_found');
    }
    if (as === 'moderate' && !mayModerate) throw new DomainError('forbidden');
    return visitor;
  }

  private async assertVotable(tx: Tx, { sessionId, state }: QuestionEntity): Promise<void> {
    await this.assertListens(tx, sessionId);
    if (state !== 'visible') throw new DomainError('question.wrong_state', { state });
  }

  private async assertListens(tx: Tx, sessionId: string): Promise<void> {
    const stage = await tx.em.findOneBy(StageEntity, { sessionId });
    assertStageListens(stage?.state ?? 'backstage');
  }

  private async one(tx: Tx, actor: Actor, questionId: string, mayModerate: boolean): Promise<QuestionView> {
    const rows = await rowsOf(tx.em, actor, 'id', questionId);
    return (await this.views(actor, rows, mayModerate, tx.em))[0]!;
  }

  private async views(
    actor: Actor,
    rows: readonly Row[],
    mayModerate: boolean,
    em: EntityManager,
  ): Promise<QuestionView[]> {
    const named = rows.filter(({ anonymous }) => !anonymous || mayModerate);
    const cards = await this.users.cards(
      named.map(({ userId }) => userId),
      em,
    );
    const nameOf = (userId: string) => {
      const name = cards.get(userId)?.name;
      return name ? writeName(name, actor.lang).first : null;
    };
    return rows.map(({ id, text, anonymous, askedAt, state, pinned, votes, voted, userId }) => ({
      questionId: id as QuestionId,
      text,
      author: anonymous && !mayModerate ? null : nameOf(userId),
      askedAt: askedAt.toISOString(),
      state,
      pinned,
      votes,
      voted,
      mine: userId === actor.userId,
    }));
  }
}

/** In the order that everybody sees. */
async function rowsOf(em: EntityManager, actor: Actor, by: 'id' | 'session_id', id: string): Promise<Row[]> {
  return (await em.query(
    `SELECT question.id, question.text, question.anonymous, question.state, question.pinned, question.user_id AS "userId",
            question.asked_at AS "askedAt", count(vote.user_id)::int AS votes, coalesce(bool_or(vote.user_id = $2), false) AS voted
     FROM question LEFT JOIN question_vote vote ON vote.question_id = question.id
     WHERE question.${by} = $1
     GROUP BY question.id
     ORDER BY question.pinned DESC, votes DESC, question.asked_at, question.id`,
    [id, actor.userId],
  )) as Row[];
}

async function lockQuestion(
  tx: Tx,
  questionId: string,
  lock: 'FOR UPDATE' | 'FOR KEY SHARE' = 'FOR UPDATE',
): Promise<QuestionEntity> {
  const question = await tx.em.findOne(QuestionEntity, {
    where: { id: questionId },
    lock: { mode: lock === 'FOR UPDATE' ? 'pessimistic_write' : 'for_key_share' },
  });
  if (!question) throw new DomainError('not_found');
  return question;
}

/** How many of this person's questions the session has, one after the other. */
async function askedBy(tx: Tx, { userId }: Actor, sessionId: string): Promise<number> {
  await tx.em.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('questions of ' || $1::uuid || ' in ' || $2::uuid, 0))`,
    [userId, sessionId],
  );
  return tx.em.countBy(QuestionEntity, { userId, sessionId });
}
