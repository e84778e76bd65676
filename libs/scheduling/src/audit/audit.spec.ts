import { describe, expect, it } from '@jest/globals';
import { smallEvent } from '@musubi/testing/scheduling';
import { emptyProblem, type PlannedMeeting, type Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { audit, objectiveOf } from './audit.ts';
import { idlePeriodsOf } from './idle-periods.ts';

const person = (id: string, organisationId: string, free = [0, 1, 2, 3]): Problem['people'][number] => ({
  id,
  organisationId,
  free,
  maximum: null,
  perDay: null,
  gapMinutes: 0,
  zone: null,
});
const slot = (at: number, rooms: number | null = null): Problem['slots'][number] => ({
  startsAt: at * 30,
  endsAt: at * 30 + 20,
  day: at < 2 ? 0 : 1,
  rooms,
});
const wish = (id: string, ...people: string[]): Problem['wishes'][number] => ({
  id,
  sides: people.map((one) => ({ organisationId: `of ${one}`, people: [one], need: 'all' })),
  weight: 10,
  slots: null,
  interpreting: null,
});
const held = (wishId: string, at: number, ...people: string[]): PlannedMeeting => ({
  wishId,
  slot: at,
  people,
  interpreterId: null,
});

const problem: Problem = {
  ...emptyProblem,
  slots: [slot(0), slot(1), slot(2), slot(3, 1)],
  people: [
    person('ada', 'of ada'),
    person('bo', 'of bo'),
    person('chie', 'of chie', [0, 1, 3]),
    person('dan', 'of dan'),
  ],
  interpreters: [
    {
      id: 'ines',
      pairs: ['en-ja'],
      free: [0, 1, 2],
      maximum: 2,
      perDay: null,
      rest: { afterMeetings: 1, minutes: 30 },
    },
    { id: 'ken', pairs: ['fr-ja'], free: [0], maximum: null, perDay: null, rest: null },
  ],
  wishes: [wish('ab', 'ada', 'bo'), wish('ac', 'ada', 'chie'), wish('cd', 'chie', 'dan')],
};
const good = [held('ab', 0, 'ada', 'bo'), held('ac', 1, 'ada', 'chie'), held('cd', 3, 'chie', 'dan')];

/** A change to the problem or the plan, and the rule that is broken by it. */
const broken: [string, Partial<Problem>, readonly PlannedMeeting[]][] = [
  ['unknown_wish', {}, [...good, held('xy', 0, 'dan')]],
  ['held_twice', {}, [...good, held('ab', 2, 'ada', 'bo')]],
  ['unknown_slot', {}, [held('ab', 9, 'ada', 'bo')]],
  ['slot_not_allowed', { wishes: [{ ...wish('ab', 'ada', 'bo'), slots: [1] }] }, [held('ab', 0, 'ada', 'bo')]],
  ['wrong_people', {}, [held('ab', 0, 'ada')]],
  ['wrong_people', {}, [held('ab', 0, 'ada', 'bo', 'dan')]],
  ['not_available', {}, [held('ac', 2, 'ada', 'chie')]],
  ['two_places', {}, [held('ab', 0, 'ada', 'bo'), held('ac', 0, 'ada', 'chie')]],
  ['gap', { people: problem.people.map((one) => ({ ...one, gapMinutes: 20 })) }, good],
  ['over_maximum', { people: problem.people.map((one) => ({ ...one, maximum: 1 })) }, good],
  ['over_day_maximum', { people: problem.people.map((one) => ({ ...one, perDay: 1 })) }, good],
  ['over_rooms', {}, [held('ab', 3, 'ada', 'bo'), held('cd', 3, 'chie', 'dan')]],
  [
    'no_interpreter',
    { wishes: [{ ...wish('ab', 'ada', 'bo'), interpreting: ['en-ja'] }] },
    [held('ab', 0, 'ada', 'bo')],
  ],
  ['needless_interpreter', {}, [{ ...held('ab', 0, 'ada', 'bo'), interpreterId: 'ines' }]],
  [
    'wrong_interpreter',
    { wishes: [{ ...wish('ab', 'ada', 'bo'), interpreting: ['en-ja'] }] },
    [{ ...held('ab', 0, 'ada', 'bo'), interpreterId: 'ken' }],
  ],
  [
    'interpreter_rest',
    { wishes: problem.wishes.map((one) => ({ ...one, interpreting: ['en-ja'] })) },
    good.slice(0, 2).map((one) => ({ ...one, interpreterId: 'ines' })),
  ],
  [
    'pair_meets_twice',
    { wishes: [wish('ab', 'ada', 'bo'), wish('ba', 'bo', 'ada')], pairsOnce: [['of bo', 'of ada']] },
    [held('ab', 0, 'ada', 'bo'), held('ba', 1, 'bo', 'ada')],
  ],
  ['no_thanks', { noThanks: [['of bo', 'of ada']] }, good],
  ['fixed_missing', { fixed: [{ wishId: 'ab', slot: 0 }] }, good.slice(1)],
  ['fixed_moved', { fixed: [{ wishId: 'ab', slot: 2 }] }, good],
  ['precedence', { precedences: [['cd', 'ab']] }, good],
  ['not_held', { goal: { kind: 'idle', spread: null } }, good.slice(1)],
  ['spread', { goal: { kind: 'idle', spread: 0 } }, good],
];

describe('the audit', () => {
  it('finds nothing in a good plan', () => {
    expect(audit(problem, { meetings: good })).toEqual([]);
    expect(objectiveOf(problem, { meetings: good })).toBe(30);
  });

  it.each(broken)('names %s', (rule, change, meetings) => {
    expect(audit({ ...problem, ...change }, { meetings }).map((one) => one.rule)).toContain(rule);
  });

  it('names every single rule of its list at least once in this specification', async () => {
    const { brokenRules } = await import('./violation.ts');
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(brokenRules));
  });

  it('sees each of many ways to spoil a good plan', () => {
    let spoilt = 0;
    for (let seed = 0; seed < 60; seed++) {
      const event = smallEvent(`spoilt ${seed}`);
      const run = solve(event);
      while (!run.done) run.step();
      const { meetings } = run.best()!;
      expect(audit(event, { meetings })).toEqual([]);
      for (const one of meetings) {
        const rest = meetings.filter((other) => other !== one);
        const busy = rest.find(({ people }) => people.some((id) => one.people.includes(id)));
        const ways = [
          [...meetings, one],
          [...rest, { ...one, people: one.people.slice(1) }],
          [...rest, { ...one, slot: 99 }],
        ];
        if (busy) ways.push([...rest, { ...one, slot: busy.slot }]);
        for (const way of ways) {
          expect(audit(event, { meetings: way })).not.toEqual([]);
          spoilt++;
        }
      }
    }
    expect(spoilt).toBeGreaterThan(500);
  });

  it('counts idle periods between meetings, not the slots in them', () => {
    const idle = idlePeriodsOf(problem, [
      held('ab', 0, 'ada', 'bo'),
      held('ac', 3, 'ada', 'chie'),
      held('cd', 1, 'chie', 'dan'),
    ]);
    expect([...idle]).toEqual([
      ['ada', 1],
      ['bo', 0],
      ['chie', 1],
      ['dan', 0],
    ]);
  });
});
