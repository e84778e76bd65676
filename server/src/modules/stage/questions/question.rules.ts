import type { QuestionState, StageState } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/** A moderator's moves. What was answered or put away can come back; nothing goes back into the queue. */
const moves: Record<QuestionState, readonly QuestionState[]> = {
  queued: ['visible', 'answered', 'archived'],
  visible: ['answered', 'archived'],
  answered: ['visible', 'archived'],
  archived: ['visible'],
};

/** @throws DomainError `question.wrong_state` */
export function moveQuestion(from: QuestionState, to: QuestionState): QuestionState {
  if (from !== to && !moves[from].includes(to)) throw new DomainError('question.wrong_state', { state: from });
  return to;
}

/** So many of somebody's questions a session keeps. */
export const askedAtMost = 100;

/** @throws DomainError `question.too_many` */
export function assertMayAsk(asked: number): void {
  if (asked >= askedAtMost) throw new DomainError('question.too_many', { atMost: askedAtMost });
}

/** Before a session people already gather what they want to know; once it is over it is too late. */
export function assertStageListens(state: StageState): void {
  if (state === 'ended') throw new DomainError('stage.wrong_state', { state });
}

/** Who reads a question: everybody, or only staff and whoever asked. */
export function isReadBy(state: QuestionState, viewer: { mayModerate: boolean; isAuthor: boolean }): boolean {
  if (viewer.mayModerate) return true;
  if (state === 'queued') return viewer.isAuthor;
  return state !== 'archived';
}
