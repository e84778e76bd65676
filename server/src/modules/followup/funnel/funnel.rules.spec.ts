import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseStatuses, evidenceLevels, meetingRequestStates, meetingStates } from '@musubi/contracts';
import { funnelBands, funnelSummary, type FunnelMatter, type FunnelVerdict, verdictCounts } from './funnel.rules.js';

const matter: FunnelMatter = {
  requests: [
    { id: 'r1', state: 'accepted' },
    { id: 'r2', state: 'accepted' },
    { id: 'r3', state: 'declined' },
  ],
  meetings: [
    { id: 'm1', state: 'held', followUps: ['agreed', 'perhaps'] },
    { id: 'm2', state: 'held', followUps: [] },
    { id: 'm3', state: 'no_show', followUps: ['none'] },
    { id: 'm4', state: 'cancelled', followUps: [] },
  ],
  cases: [
    { id: 'c1', status: 'initiated', level: 'claimed' },
    { id: 'c2', status: 'initiated', level: 'confirmed' },
    { id: 'c3', status: 'signed', level: 'verified' },
    { id: 'c4', status: 'contact', level: 'claimed' },
  ],
};

describe('the funnel', () => {
  it('counts what is confirmed, shows what is claimed beside it', () => {
    expect(funnelSummary(funnelBands(matter))).toEqual([
      { step: 'requested', count: 3, levels: null, ofHeld: null },
      { step: 'confirmed', count: 3, levels: null, ofHeld: null },
      { step: 'held', count: 2, levels: null, ofHeld: 1 },
      { step: 'unanswered', count: 1, levels: null, ofHeld: 0.5 },
      { step: 'follow_up', count: 1, levels: null, ofHeld: 0.5 },
      { step: 'initiated', count: 2, levels: { claimed: 1, confirmed: 1, verified: 1 }, ofHeld: 1 },
      { step: 'drafted', count: 1, levels: { claimed: 0, confirmed: 0, verified: 1 }, ofHeld: 0.5 },
      { step: 'signed', count: 1, levels: { claimed: 0, confirmed: 0, verified: 1 }, ofHeld: 0.5 },
    ]);
  });

  it('has as many records behind each number as the number says, each of them once and from what happened', () => {
    const ids = { minLength: 0, maxLength: 12, selector: (one: { id: string }) => one.id };
    const id = fc.integer({ min: 0, max: 99 }).map(String);
    const anything = fc.record({
      requests: fc.uniqueArray(fc.record({ id, state: fc.constantFrom(...meetingRequestStates) }), ids),
      meetings: fc.uniqueArray(
        fc.record({
          id,
          state: fc.constantFrom(...meetingStates),
          followUps: fc.array(fc.constantFrom('agreed' as const, 'perhaps' as const, 'none' as const), {
            maxLength: 2,
          }),
        }),
        ids,
      ),
      cases: fc.uniqueArray(
        fc.record({ id, status: fc.constantFrom(...caseStatuses), level: fc.constantFrom(...evidenceLevels) }),
        ids,
      ),
    });
    fc.assert(
      fc.property(anything, (given) => {
        const bands = funnelBands(given);
        const kinds = { request: given.requests, meeting: given.meetings, case: given.cases };
        for (const { step, count, levels } of funnelSummary(bands)) {
          const { ids: records, kind } = bands[step];
          expect(records.length).toBe(count);
          expect(new Set(records).size).toBe(count);
          expect(records.every((record) => kinds[kind].some((one: { id: string }) => one.id === record))).toBe(true);
          if (levels) {
            expect(levels.confirmed + levels.verified).toBe(count);
            expect(evidenceLevels.map((level) => bands[step].levels![level].length)).toEqual(
              evidenceLevels.map((level) => levels[level]),
            );
          }
        }
        const { held, unanswered, follow_up, initiated, drafted, signed } = bands;
        expect(unanswered.ids.length + follow_up.ids.length).toBeLessThanOrEqual(held.ids.length);
        expect(signed.ids.length <= drafted.ids.length && drafted.ids.length <= initiated.ids.length).toBe(true);
      }),
    );
  });

  it('counts apart how what was held is known, what may still change, and what counts for nobody', () => {
    const verdict = (given: Partial<FunnelVerdict>): FunnelVerdict => ({
      state: 'held',
      source: 'presence',
      provisional: false,
      excluded: false,
      disputed: false,
      ...given,
    });
    const verdicts = [
      verdict({}),
      verdict({ provisional: true }),
      verdict({ source: 'declaration' }),
      verdict({ source: 'organiser' }),
      verdict({ state: 'no_show', provisional: true, disputed: true }),
      verdict({ state: 'not_held', excluded: true }),
    ];
    expect(verdictCounts(verdicts)).toEqual({
      held: { measured: 2, declared: 1, decided: 1, provisional: 1 },
      excluded: 1,
      disputed: 1,
    });
  });
});
