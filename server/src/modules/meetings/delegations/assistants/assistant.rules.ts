import type { AssistantState } from '@musubi/contracts';
import { DomainError } from '../../../../platform/index.js';

/** What may become of it: the colleague agrees, either of the two ends it. */
export const assistantMoves = {
  asked: ['active', 'ended'],
  active: ['ended'],
  ended: [],
} as const satisfies Record<AssistantState, readonly AssistantState[]>;

/** @throws DomainError `assistant.wrong_state` */
export function moveAssistant(from: AssistantState, to: AssistantState): AssistantState {
  const allowed: readonly AssistantState[] = assistantMoves[from];
  if (!allowed.includes(to)) throw new DomainError('assistant.wrong_state', { state: from });
  return to;
}
