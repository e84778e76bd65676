import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { Nothing, QuestionId, QuestionInput, QuestionStatePut, QuestionView, SessionId } from '@musubi/contracts';
import { Answers, Cmd, type Command, RateLimited, SignedIn } from '../../../platform/index.js';
import { Questions } from './questions.service.js';

/** Whoever cannot make up their mind makes everybody in the session read again. */
const votes = { name: 'votes', points: 60, perSeconds: 60, by: 'person', counted: 'here' } as const;

@Controller()
@SignedIn()
export class QuestionsController {
  constructor(private readonly questions: Questions) {}

  @Post('sessions/:sessionId/questions')
  @Answers(201, QuestionView)
  @RateLimited({ name: 'questions', points: 20, perSeconds: 60, by: 'person', counted: 'here' })
  ask(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: QuestionInput }) question: QuestionInput,
    @Cmd() command: Command,
  ) {
    return this.questions.ask(command, sessionId, question);
  }

  @Put('questions/:questionId/vote')
  @Answers(200, QuestionView)
  @RateLimited(votes)
  vote(
    @Param('questionId', { schema: QuestionId }) questionId: string,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ) {
    return this.questions.vote(command, questionId);
  }

  @Delete('questions/:questionId/vote')
  @Answers(200, QuestionView)
  @RateLimited(votes)
  withdrawVote(@Param('questionId', { schema: QuestionId }) questionId: string, @Cmd() command: Command) {
    return this.questions.withdrawVote(command, questionId);
  }

  @Put('questions/:questionId/state')
  @Answers(200, QuestionView)
  put(
    @Param('questionId', { schema: QuestionId }) questionId: string,
    @Body({ schema: QuestionStatePut }) state: QuestionStatePut,
    @Cmd() command: Command,
  ) {
    return this.questions.put(command, questionId, state);
  }

  @Delete('questions/:questionId')
  @Answers(204)
  takeBack(@Param('questionId', { schema: QuestionId }) questionId: string, @Cmd() command: Command) {
    return this.questions.takeBack(command, questionId);
  }
}
