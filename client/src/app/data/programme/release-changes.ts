import type { ReleaseSummary } from '@musubi/contracts';

type Change = ReleaseSummary['changes'][number];

/** How a change is told: its words, and whether what was and is now are moments. */
export interface ToldChange {
  readonly key: 'added' | 'retimed' | 'moved' | 'placed' | 'unplaced' | 'renamed' | 'changed' | 'cancelled';
  readonly title: Change['title'];
  /** ISO instants where `instants`, else names. */
  readonly was: string | null;
  readonly now: string | null;
  readonly instants: boolean;
}

const instant = /^\d{4}-\d\d-\d\dT.+Z$/;

export function toldChange({ kind, title, was, now }: Change): ToldChange {
  const told = (key: ToldChange['key'], instants = false): ToldChange => ({ key, title, was, now, instants });
  if (kind === 'added' || kind === 'cancelled') return told(kind, true);
  if (kind === 'changed') return told(was !== null && now !== null ? 'renamed' : 'changed');
  if (was !== null && now !== null && instant.test(was) && instant.test(now)) return told('retimed', true);
  if (now === null) return told('unplaced');
  return told(was === null ? 'placed' : 'moved');
}
