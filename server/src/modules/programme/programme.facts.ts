import type { ReleaseSummary } from '@musubi/contracts';

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** People see another programme; `changes` against the release before. */
    'programme.released': { eventId: string; release: number; changes: ReleaseSummary['changes'] };
  }
}
