import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Interval } from '@musubi/time';
import { attendedSeconds, verdictOf } from './presence.rules.js';

const startsAt = new Date('2027-01-26T08:30:00Z');
const endsAt = new Date('2027-01-26T08:50:00Z');
const meeting = { startsAt, endsAt };
const instant = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000).toTemporalInstant();
/** Minutes after the start. */
const there = (from: number, to: number): Interval => ({ start: instant(from), end: instant(to) });

describe('what presence says of a meeting of 20 minutes', () => {
  it.each([
    ['both for the whole of it', [there(0, 20)], [there(0, 20)], 'held'],
    ['both for exactly five minutes together', [there(0, 10)], [there(5, 20)], 'held'],
    ['five minutes together in pieces', [there(0, 2), there(4, 7)], [there(0, 20)], 'held'],
    ['five minutes together before the start', [there(-8, -3)], [there(-10, -2)], 'held'],
    ['a little less than five minutes together', [there(0, 4.9)], [there(0, 20)], 'cut_short'],
    ['both, one after the other', [there(0, 5)], [there(6, 20)], 'cut_short'],
    ['one side only', [there(0, 20)], [], 'no_show'],
    ['one side, the other for less than a minute', [there(0, 20)], [there(3, 3.9)], 'no_show'],
    ['one side, the other after the end', [there(0, 20)], [there(20, 40)], 'no_show'],
    ['nobody', [], [], 'not_held'],
    ['both long before the room opened', [there(-30, -10)], [there(-30, -10)], 'not_held'],
  ])('%s', (_, one, other, verdict) => {
    expect(verdictOf(meeting, [one, other])).toBe(verdict);
    expect(verdictOf(meeting, [other, one])).toBe(verdict);
  });

  it('counts a colleague on a second device once', () => {
    expect(attendedSeconds(meeting, [there(0, 10), there(5, 15), there(18, 30)])).toBe(17 * 60);
  });

  it('says the same whichever side is named first, and more presence never makes it worse', () => {
    const rank = { not_held: 0, no_show: 1, cut_short: 2, held: 3 };
    const presence = fc.array(
      fc
        .tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: 1, max: 15 }))
        .map(([from, long]) => there(from, from + long)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(presence, presence, presence, (one, other, more) => {
        const verdict = verdictOf(meeting, [one, other]);
        expect(verdictOf(meeting, [other, one])).toBe(verdict);
        expect(rank[verdictOf(meeting, [[...one, ...more], other])]).toBeGreaterThanOrEqual(rank[verdict]);
      }),
    );
  });
});
