import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdictStates } from '@musubi/contracts';
import type { Interval, IntervalSet } from '@musubi/time';
import { DomainError } from '../../../platform/index.js';
import {
  attendedSeconds,
  declared,
  decided,
  finalAt,
  findingOf,
  isDecided,
  isProvisional,
  isUndoable,
  type Standing,
} from './verdict.rules.js';

const startsAt = new Date('2027-01-26T08:30:00Z');
const endsAt = new Date('2027-01-26T08:50:00Z');
const meeting = { startsAt, endsAt };
const instant = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000).toTemporalInstant();
/** Minutes after the start. */
const there = (from: number, to: number): Interval => ({ start: instant(from), end: instant(to) });

/** One person on each side. */
const verdictOf = (one: IntervalSet, other: IntervalSet) => findingOf(meeting, [[one], [other]]).state;

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
    expect(verdictOf(one, other)).toBe(verdict);
    expect(verdictOf(other, one)).toBe(verdict);
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
        const verdict = verdictOf(one, other);
        expect(verdictOf(other, one)).toBe(verdict);
        expect(rank[verdictOf([...one, ...more], other)]).toBeGreaterThanOrEqual(rank[verdict]);
      }),
    );
  });
});

describe('a side', () => {
  const there12 = [there(0, 12)];

  it('was there when one of it was for a minute; moments of several people do not add up', () => {
    expect(findingOf(meeting, [[there12], [[there(0, 0.9)], [there(5, 5.9)]]])).toEqual({
      state: 'no_show',
      source: 'presence',
      absent: [1],
      excluded: false,
    });
  });

  it('meets through whoever of it is there: colleagues take turns', () => {
    expect(findingOf(meeting, [[there12], [[there(0, 3)], [there(3, 6)]]])).toMatchObject({
      state: 'held',
      absent: [],
    });
  });

  it('that nobody stands for is absent, and a further one that stays away is named without changing the verdict', () => {
    expect(findingOf(meeting, [[there12], []])).toMatchObject({ state: 'no_show', absent: [1] });
    expect(findingOf(meeting, [[there12], [there12], [[]]])).toMatchObject({ state: 'held', absent: [2] });
    expect(findingOf(meeting, [[[]], [[]], [there12]])).toMatchObject({ state: 'not_held', absent: [0, 1] });
  });
});

describe('an outage', () => {
  const outage = [there(10, 40)];

  it('excuses everybody, whoever was there', () => {
    for (const sides of [
      [[], []],
      [[[there(0, 20)]], []],
      [[[there(0, 4)]], [[there(0, 4)]]],
    ] as IntervalSet[][][]) {
      expect(findingOf(meeting, sides, outage)).toEqual({
        state: 'not_held',
        source: 'presence',
        absent: [],
        excluded: true,
      });
    }
  });

  it('changes nothing where the meeting was held, or where it came before or after', () => {
    expect(findingOf(meeting, [[[there(0, 9)]], [[there(0, 9)]]], outage)).toMatchObject({
      state: 'held',
      excluded: false,
    });
    for (const other of [[there(-40, -10)], [there(20, 40)]])
      expect(findingOf(meeting, [[[there(0, 20)]], []], other)).toMatchObject({ state: 'no_show', excluded: false });
  });
});

const standing: Standing = {
  state: 'no_show',
  source: 'presence',
  absent: [1],
  excluded: false,
  place: 1,
  firstAt: endsAt,
  decided: false,
  disputed: false,
};
const hours = (after: number) => new Date(endsAt.getTime() + after * 3_600_000);

describe('a verdict', () => {
  it('is provisional for 48 hours, and as long as a dispute waits', () => {
    expect(finalAt(standing)).toEqual(hours(48));
    expect(isProvisional(standing, hours(47.9))).toBe(true);
    expect(isProvisional(standing, hours(48))).toBe(false);
    expect(isProvisional({ ...standing, disputed: true }, hours(500))).toBe(true);
  });

  it('stands once organisers have decided, unless somebody disputes it again', () => {
    const decision = { ...standing, decided: true };
    expect(isProvisional(decision, hours(1))).toBe(false);
    expect(isProvisional(decision, hours(500))).toBe(false);
    expect(isProvisional({ ...decision, disputed: true }, hours(1))).toBe(true);
  });

  it('is held when both declare it, unless it was held anyway', () => {
    expect(declared(standing)).toEqual({ state: 'held', source: 'declaration', absent: [], excluded: false });
    expect(declared({ ...standing, state: 'held' })).toBeNull();
    expect(declared({ ...standing, decided: true })).toBeNull();
  });

  it('is an organiser’s decision until that is taken back, however often', () => {
    const [found, decision] = [
      { byUserId: null, undoes: null },
      { byUserId: 'organiser', undoes: null },
    ];
    const undo = (place: number) => ({ byUserId: 'organiser', undoes: place });
    expect(isDecided([])).toBe(false);
    expect(isDecided([found])).toBe(false);
    expect(isDecided([found, decision])).toBe(true);
    expect(isDecided([found, decision, undo(2)])).toBe(false);
    expect(isDecided([found, decision, decision, undo(3)])).toBe(true);
    expect(isDecided([found, decision, undo(2), decision, undo(4)])).toBe(false);
  });

  it('becomes what an organiser decides, and stays known as it was where it is upheld', () => {
    for (const state of verdictStates) {
      const to = { state, absentSide: state === 'no_show' ? (1 as const) : null, excluded: false };
      expect(decided(standing.state, standing, to)).toEqual(
        state === 'no_show' ? standing : { state, source: 'organiser', absent: [], excluded: false },
      );
    }
    expect(decided('no_show', standing, { state: 'no_show', absentSide: 0, excluded: false })).toEqual({
      state: 'no_show',
      source: 'organiser',
      absent: [0],
      excluded: false,
    });
    expect(decided('no_show', standing, { state: 'not_held', absentSide: null, excluded: true })).toMatchObject({
      state: 'not_held',
      excluded: true,
    });
  });

  it('is not decided before there is one, nor of a meeting that was cancelled', () => {
    const decision = { state: 'held', absentSide: null, excluded: false } as const;
    expect(() => decided('confirmed', null, decision)).toThrow(DomainError);
    expect(() => decided('cancelled', standing, decision)).toThrow(DomainError);
  });

  it('is taken back only where an organiser decided it, and once', () => {
    expect(isUndoable({ byUserId: 'o', undoes: null })).toBe(true);
    expect(isUndoable({ byUserId: null, undoes: null })).toBe(false);
    expect(isUndoable({ byUserId: 'o', undoes: 2 })).toBe(false);
  });
});
