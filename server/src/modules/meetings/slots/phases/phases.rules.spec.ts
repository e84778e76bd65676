import { describe, expect, it } from '@jest/globals';
import { blockModes, phaseEnds } from '@musubi/contracts';
import fc from 'fast-check';
import { momentOf, type Phase, type PhasedBlock } from './phases.rules.js';

const day = (n: number): Date => new Date(Date.UTC(2027, 0, n));
const phase = (mode: Phase['mode'], from: number, until: number): Phase => ({
  mode,
  opensAt: day(from),
  closesAt: day(until),
  atEnd: 'carry',
});
const block = (given: Partial<PhasedBlock>): PhasedBlock => ({
  mode: 'on_request',
  phases: [],
  planPublishedAt: null,
  ...given,
});
const closed = { open: false, closesAt: null };
const open = { open: true, opensAt: null };

describe('what may be done in a block', () => {
  it.each([
    ['on_request', null, { ...open, mode: 'on_request', closesAt: null }],
    ['instant', null, { ...open, mode: 'instant', closesAt: null }],
    ['plan', null, { ...closed, mode: 'plan', opensAt: null }],
    ['plan', day(1), { ...open, mode: 'instant', closesAt: null }],
  ] as const)('without phases is its mode %s, with the plan published %s', (mode, planPublishedAt, expected) => {
    expect(momentOf(block({ mode, planPublishedAt }), day(2))).toEqual(expected);
  });

  const phases = [phase('on_request', 5, 10), phase('plan', 10, 15), phase('instant', 20, 25)];
  it.each([
    [1, { ...closed, mode: 'on_request', opensAt: day(5) }],
    [5, { ...open, mode: 'on_request', closesAt: day(10) }],
    [9, { ...open, mode: 'on_request', closesAt: day(10) }],
    [10, { ...closed, mode: 'plan', opensAt: day(20) }],
    [16, { ...closed, mode: 'instant', opensAt: day(20) }],
    [20, { ...open, mode: 'instant', closesAt: day(25) }],
    [25, { ...closed, mode: 'instant', opensAt: null }],
  ])('on day %s follows its phases, whose last instant is not theirs', (on, expected) => {
    expect(momentOf(block({ phases, mode: 'instant' }), day(on))).toEqual(expected);
  });

  it('lets people take what a published plan has left', () => {
    expect(momentOf(block({ phases, planPublishedAt: day(11) }), day(12))).toEqual({
      ...open,
      mode: 'instant',
      closesAt: day(15),
    });
  });

  it('is open exactly within a phase that is no unpublished plan, in whatever order the phases come', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6,
    });
    const modes = fc.infiniteStream(fc.constantFrom(...blockModes));
    fc.assert(
      fc.property(lengths, modes, fc.boolean(), fc.integer({ min: 0, max: 45 }), (parts, given, published, on) => {
        let at = 1;
        const made = parts.map(([pause, length]) => {
          const from = at + pause;
          at = from + length;
          return { ...phase(given.next().value!, from, at), atEnd: phaseEnds[0] };
        });
        const planPublishedAt = published ? day(0) : null;
        const there = made.find((one) => one.opensAt <= day(on) && day(on) < one.closesAt);
        const expected = made.length === 0 || (there !== undefined && (there.mode !== 'plan' || published));
        const moment = momentOf(block({ phases: made, planPublishedAt }), day(on));
        expect(moment.open).toBe(expected);
        expect(momentOf(block({ phases: made.toReversed(), planPublishedAt }), day(on))).toEqual(moment);
        if (!moment.open && moment.opensAt) {
          // What is announced comes true, and not before.
          expect(momentOf(block({ phases: made, planPublishedAt }), moment.opensAt).open).toBe(true);
          expect(moment.opensAt > day(on)).toBe(true);
        }
      }),
    );
  });
});
