import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../platform/index.js';
import { assertMayConfirm, assertMayVerify, judgeCase, type CaseEvidence, type Statement } from './case.rules.js';

const at = (minutes: number) => new Date(Date.UTC(2027, 0, 26, 9, minutes));
const parties = [
  { organisationId: 'stuttgart', side: 'eu' as const },
  { organisationId: 'osaka', side: 'jp' as const },
];
const says = (organisationId: string, given: Partial<Statement> = {}): Statement => ({
  organisationId,
  followUp: 'agreed',
  nextStep: null,
  nextStepOwner: null,
  nextStepDue: null,
  kind: null,
  at: at(0),
  ...given,
});
const step = {
  nextStep: 'A joint test',
  nextStepOwner: 'both',
  nextStepDue: '2027-04-01',
  kind: 'joint-project',
} as const;
const evidence = (statements: readonly Statement[], given: Partial<CaseEvidence> = {}): CaseEvidence => ({
  parties,
  statements,
  confirmedBy: [],
  verified: false,
  ...given,
});
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a cooperation case', () => {
  it('is claimed when one side names a step with owner and date', () => {
    expect(judgeCase(evidence([says('stuttgart', step)]))).toEqual({
      status: 'initiated',
      level: 'claimed',
      disputed: false,
      kind: 'joint-project',
      nextStep: 'A joint test',
      nextStepDue: '2027-04-01',
      claimedBy: 'stuttgart',
    });
  });

  it.each([
    ['another party agrees', [says('stuttgart', step), says('osaka')], {}, 'confirmed', false],
    ['a colleague agrees', [says('stuttgart', step), says('stuttgart', { at: at(1) })], {}, 'claimed', false],
    [
      'another party says perhaps',
      [says('stuttgart', step), says('osaka', { followUp: 'perhaps' })],
      {},
      'claimed',
      false,
    ],
    ['another party says no', [says('stuttgart', step), says('osaka', { followUp: 'none' })], {}, 'claimed', true],
    [
      'another party confirms outside of the meeting',
      [says('stuttgart', step)],
      { confirmedBy: ['osaka'] },
      'confirmed',
      false,
    ],
    [
      'a colleague confirms outside of the meeting',
      [says('stuttgart', step)],
      { confirmedBy: ['stuttgart'] },
      'claimed',
      false,
    ],
    ['the helpdesk has verified it', [says('stuttgart', step), says('osaka')], { verified: true }, 'verified', false],
  ] as const)('when %s', (_, statements, given, level, disputed) => {
    expect(judgeCase(evidence(statements, given))).toMatchObject({ level, disputed });
  });

  it.each([
    ['without a date', { ...step, nextStepDue: null }],
    ['without an owner', { ...step, nextStepOwner: null }],
    ['without a step', { ...step, nextStep: null }],
    ['from somebody who says that nothing follows', { ...step, followUp: 'none' }],
  ] as const)('is not claimed %s', (_, given) => {
    expect(judgeCase(evidence([says('stuttgart', given)]))).toMatchObject({
      claimedBy: null,
      level: 'claimed',
      nextStep: null,
    });
  });

  it('is not initiated between two of the same side', () => {
    const sameSide = [parties[0]!, { organisationId: 'torino', side: 'eu' as const }];
    expect(judgeCase({ ...evidence([says('stuttgart', step), says('torino')]), parties: sameSide })).toMatchObject({
      status: 'follow_up_agreed',
      level: 'confirmed',
    });
  });

  it('is confirmed by another party and verified only after that', () => {
    const claimed = judgeCase(evidence([says('stuttgart', step)]));
    const confirmed = judgeCase(evidence([says('stuttgart', step), says('osaka')]));
    expect(refusal(() => assertMayConfirm(claimed, ['osaka']))).toBe('none');
    expect(refusal(() => assertMayConfirm(claimed, ['stuttgart']))).toBe('case.same_party');
    expect(refusal(() => assertMayConfirm(claimed, ['osaka', 'stuttgart']))).toBe('case.same_party');
    expect(refusal(() => assertMayConfirm(judgeCase(evidence([])), ['osaka']))).toBe('case.wrong_state');
    expect(refusal(() => assertMayVerify(claimed))).toBe('case.wrong_state');
    expect(refusal(() => assertMayVerify(confirmed))).toBe('none');
  });

  it('needs two parties for more than a claim, in whatever order they speak', () => {
    const statement = fc.record({
      organisationId: fc.constantFrom('stuttgart', 'osaka'),
      followUp: fc.constantFrom('agreed' as const, 'perhaps' as const, 'none' as const),
      nextStep: fc.option(fc.constant('A joint test'), { nil: null }),
      nextStepOwner: fc.option(fc.constant('me' as const), { nil: null }),
      nextStepDue: fc.option(fc.constant('2027-04-01'), { nil: null }),
      kind: fc.constant(null),
      at: fc.integer({ min: 0, max: 50 }).map(at),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        const judged = judgeCase(evidence(statements));
        const speakers = new Set(statements.map((one) => one.organisationId));
        if (judged.level === 'confirmed') expect(speakers.size).toBe(2);
        if (judged.claimedBy === null) expect(judged.status).not.toBe('initiated');
      }),
    );
  });
});
