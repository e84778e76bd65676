import type { OpportunityView } from '@musubi/contracts';

/** Its twelve months end it, and not its own last day: it can have twelve more. */
export function endsWithItsYear({ deadline, expiresAt }: Pick<OpportunityView, 'deadline' | 'expiresAt'>): boolean {
  return deadline === null || (expiresAt !== null && Date.parse(deadline) > Date.parse(expiresAt));
}
