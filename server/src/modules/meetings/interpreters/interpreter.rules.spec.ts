import { describe, expect, it } from '@jest/globals';
import { fairOrder, pairKey, rests, type Stint } from './interpreter.rules.js';

const start = Date.parse('2027-01-26T08:00:00Z');
/** Minutes after eight. */
const stint = (from: number, to: number): Stint => ({
  startsAt: new Date(start + from * 60_000),
  endsAt: new Date(start + to * 60_000),
});
const tireless = { inARow: 12, breakMinutes: 15 };

describe('an interpreter of two in a row with breaks of 15 minutes', () => {
  const takes = (stints: Stint[], next: Stint) => rests({ stints, inARow: 2, breakMinutes: 15 }, next);
  it.each([
    ['a first meeting', [], stint(0, 20), true],
    ['a second one right after', [stint(0, 20)], stint(25, 45), true],
    ['not a third one', [stint(0, 20), stint(25, 45)], stint(50, 70), false],
    ['a third one after the break', [stint(0, 20), stint(25, 45)], stint(60, 80), true],
    ['not the one between two', [stint(0, 20), stint(50, 70)], stint(25, 45), false],
    ['not the one before two', [stint(25, 45), stint(50, 70)], stint(0, 20), false],
    [
      'one far from a long row that stands already',
      [stint(0, 20), stint(25, 45), stint(50, 70)],
      stint(200, 220),
      true,
    ],
  ])('takes %s: %p', (_, stints, next, answer) => {
    expect(takes(stints, next)).toBe(answer);
  });
});

describe('who is asked', () => {
  const candidate = (userId: string, minutes: number, stints: Stint[] = []) => ({
    userId,
    minutes,
    stints,
    ...tireless,
  });
  it('is whoever has the fewest minutes, the same each time, and first of all who had it before', () => {
    const people = [candidate('c', 40), candidate('b', 20), candidate('a', 20)];
    expect(fairOrder(people, stint(0, 20))).toEqual(['a', 'b', 'c']);
    expect(fairOrder(people.toReversed(), stint(0, 20))).toEqual(['a', 'b', 'c']);
    expect(fairOrder(people, stint(0, 20), 'c')).toEqual(['c', 'a', 'b']);
  });
  it('is nobody who needs a break', () => {
    const tired = { ...candidate('a', 0, [stint(0, 20)]), inARow: 1 };
    expect(fairOrder([tired, candidate('b', 60)], stint(25, 45))).toEqual(['b']);
  });
});

it('a pair is the same in both directions', () => {
  expect(pairKey(['ja', 'en'])).toBe(pairKey(['en', 'ja']));
});
