import { describe, expect, it } from '@jest/globals';
import type { AuditFault, AuditFindings } from './audit-check.js';
import { auditReport } from './audit-report.js';

const hash = 'ab'.repeat(32);
const found = (given: Partial<AuditFindings> = {}): AuditFindings => ({
  sealed: 3,
  waiting: 1,
  head: { number: 3, hash, sealedAt: new Date('2027-01-26T08:00:00Z') },
  faults: [],
  more: false,
  ...given,
});
const changed = (number: number): AuditFault => ({ kind: 'changed', number, entryId: `entry-${number}` });
const missing = (number: number): AuditFault => ({ kind: 'mark_missing', number, entryId: null });

describe('what a check of the log says', () => {
  it.each([
    [
      'a log that is whole',
      {},
      ['3 sealed, 1 waiting. All is as it was recorded.', `To be noted elsewhere: 3:${hash}`],
      true,
    ],
    [
      'one that was tampered with, and no mark of it',
      { faults: [changed(2), { kind: 'removed', number: 3, entryId: null }, missing(1), missing(9)], more: true },
      [
        'Number 2 was changed after it was recorded (entry-2)',
        'Number 3 is gone',
        'Number 1 is not the one that was noted',
        'Number 9 was noted and is gone: the log ends at 3',
        '… and others.',
        '3 sealed, 1 waiting. The log is not what was recorded.',
      ],
      false,
    ],
    [
      'one for which the key is another’s',
      { faults: [1, 2, 3].map(changed) },
      [
        'No entry fits the key: it is not the one with which this log was sealed, or all of the log was made anew.',
        '3 sealed, 1 waiting. The log is not what was recorded.',
      ],
      false,
    ],
    [
      'an empty one, without saying that it always was',
      { sealed: 0, waiting: 0, head: null },
      [
        '0 sealed, 0 waiting. No entry is sealed: nothing was recorded so far, or all of it is gone, which only a noted mark tells.',
      ],
      true,
    ],
    [
      'one that was emptied',
      { sealed: 0, waiting: 0, head: null, faults: [missing(3)] },
      ['Number 3 was noted and is gone: the log ends at 0', '0 sealed, 0 waiting. The log is not what was recorded.'],
      false,
    ],
  ] as const)('of %s', (_, given, lines, sound) => {
    expect(auditReport(found(given as Partial<AuditFindings>))).toEqual({ lines, sound });
  });
});
