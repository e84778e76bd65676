import { describe, expect, it } from '@jest/globals';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { ImpossibleProblem } from '../solve/impossible-problem.ts';
import { solve } from '../solve/solve.ts';
import { cycleIn } from './cycle.ts';
import { diagnose } from './diagnose.ts';
import { emptyProblem, type Problem } from './problem.ts';

const people = ['ada', 'bo', 'chie'].map((id) => ({
  id,
  organisationId: `of ${id}`,
  free: [0, 1],
  maximum: null,
  perDay: null,
  gapMinutes: 0,
  zone: null,
}));
const wish = (id: string, ...who: string[]): Problem['wishes'][number] => ({
  id,
  sides: who.map((one) => ({ organisationId: `of ${one}`, people: [one], need: 'one' })),
  weight: 1,
  slots: null,
  interpreting: null,
});
const sound: Problem = {
  ...emptyProblem,
  slots: [0, 1].map((at) => ({ startsAt: at * 20, endsAt: at * 20 + 20, day: 0, rooms: null })),
  people,
  wishes: [wish('ab', 'ada', 'bo'), wish('ac', 'ada', 'chie'), wish('bc', 'bo', 'chie')],
};
const idle = { kind: 'idle', spread: 2 } as const;
const without = (id: string): Problem['people'] => people.map((one) => (one.id === id ? { ...one, free: [] } : one));
const fixed = (...all: [string, number][]): Problem['fixed'] => all.map(([wishId, slot]) => ({ wishId, slot }));

/** What is said of a problem, by what is wrong with it. */
const cases: [string, Partial<Problem>, string[]][] = [
  ['nothing', {}, []],
  ['no slots', { slots: [], people: people.map((one) => ({ ...one, free: [] })) }, ['impossible no_slots']],
  ['no rooms anywhere', { slots: sound.slots.map((slot) => ({ ...slot, rooms: 0 })) }, ['impossible no_rooms']],
  ['somebody without availability', { people: without('bo') }, ['warning person_without_availability bo']],
  [
    'somebody without availability where all must be held',
    { people: without('bo'), goal: idle },
    ['impossible person_without_availability bo'],
  ],
  [
    'two fixed meetings of one person at once',
    { fixed: fixed(['ab', 0], ['ac', 0]) },
    ['impossible fixed_clash ada ab ac 0 0'],
  ],
  ['a meeting fixed in two slots', { fixed: fixed(['ab', 0], ['ab', 1]) }, ['impossible fixed_twice ab 0 1']],
  [
    'a meeting fixed while somebody is away',
    { people: without('bo'), fixed: fixed(['ab', 0]) },
    ['impossible fixed_unavailable ab bo 0', 'warning person_without_availability bo'],
  ],
  [
    'a fixed meeting that one side refuses',
    { fixed: fixed(['ab', 0]), noThanks: [['of bo', 'of ada']] },
    ['impossible fixed_refused ab'],
  ],
  [
    'more fixed meetings than a maximum',
    { people: people.map((one) => ({ ...one, maximum: 0 })), fixed: fixed(['ab', 0]) },
    ['impossible fixed_over_maximum ada', 'impossible fixed_over_maximum bo'],
  ],
  [
    'precedences in a circle',
    {
      precedences: [
        ['ab', 'ac'],
        ['ac', 'bc'],
        ['bc', 'ab'],
      ],
    },
    ['impossible precedence_cycle ab ac bc'],
  ],
  [
    'fixed meetings against their order',
    { fixed: fixed(['ab', 1], ['ac', 0]), precedences: [['ab', 'ac']] },
    ['impossible fixed_against_precedence ab ac 1 0'],
  ],
  [
    'more meetings than slots',
    { goal: idle, wishes: [...sound.wishes, wish('ab2', 'ada', 'bo')] },
    ['impossible more_meetings_than_slots ada 0 1', 'impossible more_meetings_than_slots bo 0 1'],
  ],
  [
    'more meetings than tables',
    { goal: idle, slots: sound.slots.map((slot) => ({ ...slot, rooms: 1 })) },
    ['impossible more_meetings_than_rooms'],
  ],
  [
    'a meeting without a common slot',
    { goal: idle, wishes: [wish('ab', 'ada', 'bo')], people: people.map((one, at) => ({ ...one, free: [at % 2] })) },
    ['impossible wish_without_slot ab ada bo'],
  ],
  ['an unknown person', { wishes: [wish('ax', 'ada', 'xaver')] }, ['impossible unknown_id ax xaver']],
  ['the same id twice', { wishes: [wish('ab', 'ada', 'bo'), wish('ab', 'ada', 'bo')] }, ['impossible duplicate_id ab']],
  ['an unknown slot', { fixed: fixed(['ab', 7]) }, ['impossible unknown_slot ab 7']],
  ['a wish of one side', { wishes: [wish('a', 'ada')] }, ['impossible too_few_sides a']],
  [
    'a broken number',
    { people: people.map((one) => ({ ...one, maximum: one.id === 'bo' ? -1 : null })) },
    ['impossible invalid_number bo'],
  ],
  [
    'unsocial minutes of other slots than there are, and such that are no number',
    { unsocialMinutes: { 'Asia/Tokyo': sound.slots.map(() => 5), UTC: [1], 'Asia/Seoul': sound.slots.map(() => NaN) } },
    ['impossible invalid_number UTC', 'impossible invalid_number Asia/Seoul'],
  ],
  [
    'a rest that is none',
    { interpreters: [{ ...people[0]!, id: 'ito', pairs: ['en-ja'], rest: { afterMeetings: 2, minutes: NaN } }] },
    ['impossible invalid_number ito'],
  ],
];

const said = (problem: Problem): string[] =>
  diagnose(problem).map(({ severity, code, ids, slots }) => [severity, code, ...ids, ...slots].join(' '));

describe('the diagnosis of a problem', () => {
  it.each(cases)('%s', (_, change, expected) => {
    expect(said({ ...sound, ...change })).toEqual(expected);
  });

  it('finds nothing impossible in events as they are', () => {
    for (let seed = 0; seed < 40; seed++)
      expect(
        diagnose(smallEvent(seed)).filter(({ severity, code }) => severity === 'impossible' && code !== 'no_rooms'),
      ).toEqual([]);
    expect(diagnose(scheduledEvent('sound', { people: 100, wishes: 300, fixed: 0.05 }))).toEqual([]);
  });

  it('is what solve says instead of hanging or answering an empty plan', () => {
    const cyclic: Problem = {
      ...sound,
      precedences: [
        ['ab', 'ac'],
        ['ac', 'ab'],
      ],
    };
    expect(() => solve(cyclic)).toThrow(ImpossibleProblem);
    expect(() => solve(cyclic)).toThrow('precedence_cycle ab ac');
  });

  it('names fixed meetings that compete for one interpreter, and finds who can take which where there is a way', () => {
    const interpreter = (id: string, ...pairs: string[]): Problem['interpreters'][number] => ({
      id,
      pairs,
      free: [0],
      maximum: null,
      perDay: null,
      rest: null,
    });
    const interpreted: Problem = {
      ...sound,
      people: [...people, { ...people[0]!, id: 'dai', organisationId: 'of dai' }],
      wishes: [
        { ...wish('ab', 'ada', 'bo'), interpreting: ['en-ja'] },
        { ...wish('cd', 'chie', 'dai'), interpreting: ['fr-ja'] },
      ],
      fixed: fixed(['ab', 0], ['cd', 0]),
    };
    const one = { ...interpreted, interpreters: [interpreter('ines', 'en-ja', 'fr-ja')] };
    expect(() => solve(one)).toThrow('fixed_not_possible');
    const two = { ...one, interpreters: [...one.interpreters, interpreter('ken', 'en-ja')] };
    const run = solve(two);
    while (!run.done) run.step();
    expect(run.best()!.meetings.map(({ wishId, interpreterId }) => [wishId, interpreterId])).toEqual([
      ['ab', 'ken'],
      ['cd', 'ines'],
    ]);
  });

  it('finds a cycle however long, and none in a long line', () => {
    const line = Array.from({ length: 20_000 }, (_, at) => [`${at}`, `${at + 1}`] as const);
    expect(cycleIn(line)).toBeNull();
    expect(cycleIn([...line, ['20000', '0']])).toHaveLength(20_001);
  });
});
