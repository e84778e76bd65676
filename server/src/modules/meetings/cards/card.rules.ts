import type { CardState } from '@musubi/contracts';

/** Which of the two cards lie on the table: mine, theirs. */
export function stateOf(mine: boolean, theirs: boolean): CardState {
  if (mine && theirs) return 'exchanged';
  return mine ? 'offered' : theirs ? 'received' : 'none';
}
