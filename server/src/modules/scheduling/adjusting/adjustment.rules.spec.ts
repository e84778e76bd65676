import { describe, expect, it } from '@jest/globals';
import { emptyProblem, type Person, type Plan, type PlannedMeeting, type Problem, solve } from '@musubi/scheduling';
import { smallEvent } from '@musubi/testing/scheduling';
import { type Adjustable, adjust } from './adjustment.rules.js';
import { newConflicts } from './conflicts.js';

const person = (id: string, given: Partial<Person> = {}): Person => ({
  ...{ id, organisationId: id[0]!, free: [0, 1, 2], maximum: null, perDay: null, gapMinutes: 0, zone: null },
  ...given,
});
const interpreter = (id: string, free: number[], afterMeetings = 9): Problem['interpreters'][number] => ({
  ...{ id, pairs: ['en-ja'], free, maximum: null, perDay: null },
  rest: { afterMeetings, minutes: 15 },
});
const wish = (id: string, one: string[], other: string[]): Problem['wishes'][number] => ({
  id,
  sides: [one, other].map((people) => ({ organisationId: people[0]![0]!, people, need: 'one' })),
  ...{ weight: 1, slots: null, interpreting: ['en-ja'] },
});
const slots = [0, 30, 60].map((startsAt) => ({ startsAt, endsAt: startsAt + 25, day: 0, rooms: null }));
const met = (wishId: string, slot: number, people: string[], interpreterId: string | null): PlannedMeeting => ({
  ...{ wishId, slot, people, interpreterId },
});

const adjustable = (problem: Problem, meetings: readonly PlannedMeeting[]): Adjustable => ({
  problem,
  plan: { meetings },
  rows: meetings.map(({ wishId, slot, people, interpreterId }) => ({
    ...{ id: `row of ${wishId}`, wishId, slotId: `slot ${slot}`, people: [...people], interpreterId },
    ...{ locked: false, byHand: false, meetingId: null, conflict: null },
  })),
  position: new Map(problem.slots.map((_, at) => [`slot ${at}`, at])),
});

function counted() {
  const looks = { count: 0 };
  const look: typeof newConflicts = (...given) => {
    looks.count++;
    return newConflicts(...given);
  };
  return { looks, look };
}

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

describe('a change by hand', () => {
  it('looks the plan over twice at most, however many could interpret', () => {
    const many = Array.from({ length: 20 }, (_, n) => interpreter(`i${String(n).padStart(2, '0')}`, [2]));
    const problem: Problem = {
      ...emptyProblem,
      slots,
      people: ['a1', 'b1', 'c1', 'd1'].map((id) => person(id)),
      interpreters: many,
      wishes: [wish('one', ['a1'], ['b1']), wish('two', ['c1'], ['d1'])],
    };
    const { looks, look } = counted();
    const swap = { do: 'swap', plannedId: 'row of one' as never, withId: 'row of two' as never } as const;
    const meetings = [met('one', 0, ['a1', 'b1'], 'i00'), met('two', 1, ['c1', 'd1'], 'i01')];
    expect(adjust(adjustable(problem, meetings), swap, look)!.conflicts.map(({ kind }) => kind)).toContain('not_free');
    expect(looks.count).toBe(2);
  });

  it('looks the plan over once to book, however many could come, and takes one of each side who can', () => {
    const pool = (side: string) => Array.from({ length: 12 }, (_, n) => `${side}${n}`);
    const able = new Set(['a7', 'b11']);
    const problem: Problem = {
      ...emptyProblem,
      slots,
      people: [...pool('a'), ...pool('b')].map((id) => person(id, able.has(id) ? {} : { free: [2] })),
      interpreters: [interpreter('busy', [2]), interpreter('able', [1])],
      wishes: [wish('one', pool('a'), pool('b'))],
    };
    const { looks, look } = counted();
    const book = { do: 'book', wishId: 'one' as never, slotId: 'slot 1' as never } as const;
    expect(adjust(adjustable(problem, []), book, look)).toEqual({
      plan: { meetings: [met('one', 1, ['a7', 'b11'], 'able')] },
      conflicts: [],
    });
    expect(looks.count).toBe(1);
  });

  it('books with those who are named, where they stand for the sides, and with the interpreter whom it had', () => {
    const problem: Problem = {
      ...emptyProblem,
      slots,
      people: ['a1', 'a2', 'b1', 'b2', 'c1'].map((id) => person(id)),
      interpreters: [interpreter('first', [1]), interpreter('second', [1])],
      wishes: [wish('one', ['a1', 'a2'], ['b1', 'b2'])],
    };
    const book = (people: string[]) =>
      adjust(adjustable(problem, []), {
        ...{ do: 'book', wishId: 'one' as never, slotId: 'slot 1' as never, people: people as never },
        interpreterId: 'second' as never,
      });
    expect(book(['a2', 'b2'])).toEqual({ plan: { meetings: [met('one', 1, ['a2', 'b2'], 'second')] }, conflicts: [] });
    expect([['a2'], ['a2', 'c1'], ['b2', 'a2'], ['a1', 'b1', 'b2']].map(book)).toEqual([null, null, null, null]);
    const taken = adjustable(problem, [met('one', 0, ['a1', 'b1'], 'first')]);
    const back = { ...{ do: 'move', plannedId: 'row of one', slotId: 'slot 1' }, interpreterId: 'second' } as never;
    expect(adjust(taken, back)).toMatchObject({ plan: { meetings: [{ slot: 1, interpreterId: 'second' }] } });
  });

  it('gives the only interpreter whom the one could have to the one, where the other could have another', () => {
    const problem: Problem = {
      ...emptyProblem,
      slots: [slots[0]!, { ...slots[0]! }],
      people: ['a1', 'b1', 'c1', 'd1'].map((id) => person(id, { free: [0, 1] })),
      interpreters: [interpreter('both', [0, 1]), interpreter('first', [1])],
      wishes: [wish('one', ['a1'], ['b1']), wish('two', ['c1'], ['d1'])],
    };
    const meetings = [met('one', 0, ['a1', 'b1'], 'both'), met('two', 1, ['c1', 'd1'], 'first')];
    const swap = { do: 'swap', plannedId: 'row of one' as never, withId: 'row of two' as never } as const;
    const { plan, conflicts } = adjust(adjustable(problem, meetings), swap)!;
    expect(conflicts).toEqual([]);
    expect(plan.meetings.map(({ wishId, slot, interpreterId }) => [wishId, slot, interpreterId])).toEqual([
      ['two', 0, 'both'],
      ['one', 1, 'first'],
    ]);
  });

  it('lets an interpreter rest: another comes', () => {
    const problem: Problem = {
      ...emptyProblem,
      slots,
      people: ['a1', 'b1', 'c1', 'd1'].map((id) => person(id)),
      interpreters: [interpreter('tired', [0, 1, 2], 1), interpreter('fresh', [0, 1, 2], 1)],
      wishes: [wish('one', ['a1'], ['b1']), wish('two', ['c1'], ['d1'])],
    };
    const meetings = [met('one', 0, ['a1', 'b1'], 'tired'), met('two', 2, ['c1', 'd1'], 'tired')];
    const move = { do: 'move', plannedId: 'row of two' as never, slotId: 'slot 1' as never } as const;
    const { plan, conflicts } = adjust(adjustable(problem, meetings), move)!;
    expect([conflicts, plan.meetings[1]!.interpreterId]).toEqual([[], 'fresh']);
  });

  it('finds whoever could come, wherever trying everybody would', () => {
    let possible = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = smallEvent(`adjusted ${seed}`);
      const { meetings } = planned(problem);
      const given = adjustable(problem, meetings);
      for (const { wishId } of meetings) {
        const others = meetings.filter((one) => one.wishId !== wishId);
        const { sides } = problem.wishes.find(({ id }) => id === wishId)!;
        const castings = sides.reduce<string[][]>(
          (all, { need, people }) =>
            all.flatMap((chosen) =>
              need === 'all' ? [[...chosen, ...people]] : people.map((one) => [...chosen, one]),
            ),
          [[]],
        );
        const interpreters = [null, ...problem.interpreters.map(({ id }) => id)];
        for (const slot of problem.slots.keys()) {
          const some = castings.some((people) =>
            interpreters.some((id) => {
              const after = { meetings: [...others, met(wishId, slot, people, id)] };
              return newConflicts(problem, { meetings: others }, after, given.rows).length === 0;
            }),
          );
          const booked = adjust(adjustable(problem, others), {
            do: 'book',
            wishId: wishId as never,
            slotId: `slot ${slot}` as never,
          })!;
          expect([seed, wishId, slot, booked.conflicts.length === 0]).toEqual([seed, wishId, slot, some]);
          if (some) possible++;
        }
      }
    }
    expect(possible).toBeGreaterThan(100);
  });
});
