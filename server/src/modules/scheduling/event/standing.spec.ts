import { describe, expect, it } from '@jest/globals';
import { emptyProblem, type Person, type Plan, type Problem, solve } from '@musubi/scheduling';
import type { MeetingRow } from '../../meetings/index.js';
import { standingOf, yielding } from './standing.js';

const slots = Array.from({ length: 6 }, (_, n) => ({ startsAt: 30 * n, endsAt: 30 * n + 25, day: 0, rooms: null }));
const all = [...slots.keys()];
const person = (id: string, given: Partial<Person> = {}): Person => ({
  ...{ id, organisationId: `${id}s`, free: all, maximum: null, perDay: null, gapMinutes: 0, zone: null },
  ...given,
});
const wish = (one: string, other: string, interpreting: string[] | null = null): Problem['wishes'][number] => ({
  id: `${one} ${other}`,
  sides: [one, other].map((id) => ({ organisationId: `${id}s`, people: [id], need: 'all' })),
  ...{ weight: 1, slots: null, interpreting },
});

/** A meeting that stands in one of the slots. */
const stands = (slot: number, one: string, other: string, interpreterUserId: string | null = null): MeetingRow =>
  ({
    id: `stands ${slot}`,
    slotId: `slot ${slot}`,
    sides: [one, other].map((participantId, side) => ({ participantId, side })),
    interpretation: interpreterUserId && { languages: ['en', 'ja'], interpreter: { userId: interpreterUserId } },
  }) as unknown as MeetingRow;

const standing = (...meetings: MeetingRow[]) =>
  standingOf(meetings, {
    organisationOf: (id) => `${id}s`,
    interpreters: [{ id: 'ken', userId: 'user of ken', pairs: ['en-ja'] }],
    position: new Map(slots.map((_, at) => [`slot ${at}`, at])),
  });

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

describe('meetings that stand', () => {
  it('count towards the rest of whoever interprets there, however many in a row they have taken on', () => {
    const { wishes, fixed } = standing(stands(1, 'a', 'b', 'user of ken'), stands(2, 'a', 'b', 'user of ken'));
    const interpreter = (afterMeetings: number) => ({
      ...{ id: 'ken', pairs: ['en-ja'], free: [0, 3, 5], maximum: null, perDay: null },
      rest: { afterMeetings, minutes: 20 },
    });
    for (const afterMeetings of [1, 2]) {
      const { meetings } = planned(
        yielding({
          ...emptyProblem,
          slots,
          people: ['a', 'b', 'c', 'd'].map((id) => person(id)),
          interpreters: [interpreter(afterMeetings)],
          wishes: [...wishes, wish('c', 'd', ['en-ja'])],
          fixed,
        }),
      );
      expect(meetings.map(({ slot, interpreterId }) => [slot, interpreterId])).toEqual([
        [1, 'ken'],
        [2, 'ken'],
        [5, 'ken'],
      ]);
    }
  });

  it('are without one where whoever interprets is not asked any more', () => {
    expect(standing(stands(1, 'a', 'b', 'somebody else'))).toMatchObject({
      wishes: [{ interpreting: null }],
      fixed: [{ slot: 1, people: ['a', 'b'] }],
    });
  });

  it('may be nearer than their people wish; nothing else is', () => {
    const { wishes, fixed } = standing(stands(1, 'a', 'b'), stands(2, 'a', 'c'));
    const others = ['d', 'e', 'f'];
    const { meetings } = planned(
      yielding({
        ...emptyProblem,
        slots,
        people: [person('a', { gapMinutes: 20, free: [0, 3, 4, 5] }), ...['b', 'c', ...others].map((id) => person(id))],
        wishes: [...wishes, ...others.map((id) => wish('a', id))],
        fixed,
      }),
    );
    expect(meetings.map(({ slot }) => slot)).toEqual([1, 2, 4]);
  });

  it('lie among other slots of people whose meetings are as far from each other as they wish', () => {
    const { wishes, fixed } = standing(stands(1, 'a', 'b'), stands(3, 'a', 'c'));
    const problem = { ...emptyProblem, slots, people: [person('a', { gapMinutes: 20 })], wishes, fixed };
    expect(yielding(problem).people[0]).toMatchObject({ gapMinutes: 20, free: all });
  });
});
