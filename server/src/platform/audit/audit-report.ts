import type { AuditFault, AuditFindings } from './audit-check.js';

export interface AuditReport {
  lines: string[];
  /** Nothing was found that is not as it was recorded. */
  sound: boolean;
}

/** What a check has found, in words for whoever runs the instance; with the mark to be noted where nothing was. */
export function auditReport({ sealed, waiting, head, faults, more }: AuditFindings): AuditReport {
  const count = `${sealed} sealed, ${waiting} waiting.`;
  if (faults.length > 0) {
    const told = fitNothing(faults, sealed)
      ? ['No entry fits the key: it is not the one with which this log was sealed, or all of the log was made anew.']
      : [...faults.map((fault) => textOf(fault, sealed)), ...(more ? ['… and others.'] : [])];
    return { lines: [...told, `${count} The log is not what was recorded.`], sound: false };
  }
  if (!head) {
    const empty =
      'No entry is sealed: nothing was recorded so far, or all of it is gone, which only a noted mark tells.';
    return { lines: [`${count} ${empty}`], sound: true };
  }
  return {
    lines: [`${count} All is as it was recorded.`, `To be noted elsewhere: ${head.number}:${head.hash}`],
    sound: true,
  };
}

/** From the first seal on, as far as was looked: a key that is another's fits none. */
const fitNothing = (faults: readonly AuditFault[], sealed: number): boolean => {
  const changed = faults.filter(({ kind }) => kind === 'changed');
  const others = faults.filter(({ kind }) => kind !== 'changed' && kind !== 'mark_missing');
  return sealed > 1 && others.length === 0 && changed.length === Math.min(sealed, faults.length);
};

function textOf({ kind, number, entryId }: AuditFault, sealed: number): string {
  const what = {
    changed: 'was changed after it was recorded',
    removed: 'is gone',
    inserted: 'bears an earlier time than it came',
    mark_missing:
      number !== null && number > sealed
        ? `was noted and is gone: the log ends at ${sealed}`
        : 'is not the one that was noted',
  }[kind];
  return [number === null ? 'An entry' : `Number ${number}`, what, entryId && `(${entryId})`].filter(Boolean).join(' ');
}
