import { describe, expect, it } from '@jest/globals';
import { diagnose } from '@musubi/scheduling';
import { b2bInstance } from './b2b-instance.ts';
import { readDzn } from './dzn.ts';
import { denseEvent, ruledEvent } from './event-options.ts';
import { meetingsDay } from './meetings-day.ts';
import { scheduledEvent } from './scheduled-event.ts';

const instance = `% five people, four meetings
nBusiness = 5;
nMeetings = 4;
nTables = 2;
nTotalSlots = 3;
nMorningSlots = 2;
requested = [|1, 2, 3,
|1, 3, 1,
|4, 5, 2,
|2, 4, 3, |];
meetingsxBusiness = [{1,2,3},{1,2,5},{1,3},{1,4,5},{1,4}];
nMeetingsBusiness = [2,2,1,2,1];
forbidden = [{0},{1},{0,3},{},{0}];
fixed = [0,2,0,0];
precedences = [{},{},{1,4},{}];
`;

describe('the published format', () => {
  it('is read as a problem: people and slots count from 1, 0 is none, meetings in braces come before', () => {
    const problem = b2bInstance(instance);
    expect(problem.people.map(({ free }) => free)).toEqual([
      [0, 1, 2],
      [1, 2],
      [0, 1],
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(problem.wishes.map(({ id, sides, slots }) => [id, sides.map(({ people }) => people[0]), slots])).toEqual([
      ['m1', ['p1', 'p2'], null],
      ['m2', ['p1', 'p3'], [0, 1]],
      ['m3', ['p4', 'p5'], [2]],
      ['m4', ['p2', 'p4'], null],
    ]);
    expect(problem.fixed).toEqual([{ wishId: 'm2', slot: 1 }]);
    expect(problem.precedences).toEqual([
      ['m1', 'm3'],
      ['m4', 'm3'],
    ]);
    expect(problem.slots.map(({ rooms }) => rooms)).toEqual([2, 2, 2]);
    expect(diagnose(problem)).toEqual([]);
  });

  it('knows numbers, lists, tables, sets and ranges', () => {
    expect([...readDzn('a = -3; b = [1,2,]; c = [|1,2|3,4|]; d = [{1..3},{}]; e = {7};')]).toEqual([
      ['a', -3],
      ['b', [1, 2]],
      [
        'c',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      ['d', [[1, 2, 3], []]],
      ['e', [[7]]],
    ]);
  });

  it.each([
    ['a = 1', 'line 1: the file ends too early'],
    ['a = 1;\nb = x;', 'line 2: a whole number was expected, not "x"'],
    ['a = [1; 2];', 'line 1: "," or "]" was expected, not ";"'],
    ['a = 1; a = 2;', 'line 1: a is given twice'],
    [instance.replace('fixed = [0,2,0,0]', 'fixed = [0,2]'), 'fixed is not a list of 4 numbers'],
    [instance.replace('|4, 5, 2', '|4, 9, 2'), 'requested: 9 is not from 1 to 5'],
    ['', 'nBusiness is no number'],
  ])('says what is wrong: %#', (text, message) => {
    expect(() => b2bInstance(text)).toThrow(message);
  });
});

describe('invented events', () => {
  it('are the same for the same seed and as large as asked for', () => {
    const event = scheduledEvent(3, { people: 100, wishes: 600 });
    expect(scheduledEvent(3, { people: 100, wishes: 600 })).toEqual(event);
    expect([event.people.length, event.wishes.length, event.slots.length]).toEqual([100, 600, 40]);
    expect(scheduledEvent(4, { people: 100, wishes: 600 })).not.toEqual(event);
  });

  it('of one day are the same for the same seed, and possible whatever is asked for', () => {
    const all = { away: 0.5, ordered: 0.25, fixed: 0.3, halfDay: 0.5 };
    const day = meetingsDay(3, all);
    expect(meetingsDay(3, all)).toEqual(day);
    expect([day.people.length, day.wishes.length, day.slots.length, day.fixed.length]).toEqual([60, 180, 12, 54]);
    expect(day.precedences.length).toBeGreaterThan(30);
    expect(diagnose(day)).toEqual([]);
    expect(meetingsDay(4, all)).not.toEqual(day);
  });

  it('with every rule contradict none of them', () => {
    const event = scheduledEvent(5, { ...ruledEvent, people: 60, wishes: 500, rooms: 10, fixed: 0.1, noThanks: 0.05 });
    expect(diagnose(event)).toEqual([]);
    expect([event.noThanks.length, event.people[0]!.perDay, event.slots[0]!.rooms]).toEqual([25, 4, 10]);
    expect(event.fixed.length).toBeGreaterThan(10);
    expect(event.pairsOnce.length).toBeGreaterThan(50);
    expect(new Set(event.pairsOnce.map((pair) => [...pair].sort().join(' '))).size).toBe(event.pairsOnce.length);
  });

  it('of organisations have one calendar each', () => {
    const { people, wishes } = scheduledEvent(1, denseEvent);
    expect(new Set(people.map(({ organisationId }) => organisationId)).size).toBe(people.length);
    expect(wishes).toHaveLength(9000);
  });
});
