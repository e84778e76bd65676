import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, intersect, normalise, overlaps, subtract, totalMinutes, union } from './interval-set.ts';
import { holds, interval, intervalFrom, meets, minutesOf, toWire, type Interval } from './interval.ts';

/** Temporal throws the RangeError of the realm around Jest's, so that only its name can be asked. */
const rangeError = expect.objectContaining({ name: 'RangeError' });

const epoch = Temporal.Instant.from('2027-01-26T00:00:00Z');
const at = (minute: number): Temporal.Instant => epoch.add({ minutes: minute });
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const minutes = ({ start, end }: Interval): [number, number] => [
  (start.epochMilliseconds - epoch.epochMilliseconds) / 60_000,
  (end.epochMilliseconds - epoch.epochMilliseconds) / 60_000,
];

/** Intervals over 40 minutes, some empty, some touching. */
const sets = fc.array(
  fc.tuple(fc.nat(40), fc.nat(12)).map(([from, length]) => span(from, from + length)),
  { maxLength: 8 },
);
/** The other reading of a set: minute by minute. */
const held = (set: readonly Interval[]): boolean[] =>
  Array.from({ length: 60 }, (_, minute) => set.some((one) => holds(one, at(minute))));

describe('interval', () => {
  it('refuses to end before or when it starts', () => {
    expect(() => interval(at(5), at(5))).toThrow(rangeError);
    expect(() => interval(at(5), at(4))).toThrow(rangeError);
    expect(() => intervalFrom({ startsAt: 'tomorrow', endsAt: '2027-01-26T00:00:00Z' })).toThrow(rangeError);
  });

  it('holds its start and not its end, and neighbours do not meet', () => {
    expect([holds(span(5, 10), at(5)), holds(span(5, 10), at(10))]).toEqual([true, false]);
    expect([meets(span(0, 5), span(5, 10)), meets(span(0, 6), span(5, 10)), meets(span(3, 3), span(0, 9))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('goes over the wire and back', () => {
    const wire = { startsAt: '2027-01-26T08:00:00Z', endsAt: '2027-01-26T08:20:00Z' };
    expect(toWire(intervalFrom(wire))).toEqual(wire);
    expect(minutesOf(intervalFrom(wire))).toBe(20);
  });
});

describe('interval set', () => {
  it('joins what overlaps or touches, in order of time', () => {
    expect(normalise([span(20, 30), span(0, 5), span(4, 8), span(8, 9), span(15, 15)]).map(minutes)).toEqual([
      [0, 9],
      [20, 30],
    ]);
  });

  it('takes sessions out of a day', () => {
    expect(subtract([span(0, 60)], [span(10, 20), span(15, 25), span(50, 70)]).map(minutes)).toEqual([
      [0, 10],
      [25, 50],
    ]);
  });

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [inA, inB] = [held(a), held(b)];
        expect(held(normalise(a))).toEqual(inA);
        expect(held(union(a, b))).toEqual(inA.map((yes, minute) => yes || inB[minute]));
        expect(held(intersect(a, b))).toEqual(inA.map((yes, minute) => yes && inB[minute]));
        expect(held(subtract(a, b))).toEqual(inA.map((yes, minute) => yes && !inB[minute]));
        expect(totalMinutes(a)).toBe(inA.filter(Boolean).length);
      }),
    );
  });

  it('answers in normal form, whatever the order of its input', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        for (const answer of [normalise(a), union(a, b), intersect(a, b), subtract(a, b)]) {
          expect(normalise(answer)).toEqual(answer);
        }
        expect(subtract([...a].reverse(), [...b].reverse())).toEqual(subtract(a, b));
      }),
    );
  });

  it('contains what it does not lose, overlaps what it shares', () => {
    fc.assert(
      fc.property(sets, fc.nat(40), fc.integer({ min: 1, max: 12 }), (set, from, length) => {
        const part = span(from, from + length);
        expect(contains(set, part)).toBe(subtract([part], set).length === 0);
        expect(overlaps(set, part)).toBe(intersect(set, [part]).length > 0);
      }),
    );
  });
});
