import { describe, expect, it } from '@jest/globals';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit } from '../audit/audit.ts';
import { onlyEmptySlots } from '../repair/only-empty.ts';
import { emptyProblem, type Plan, type Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { withRemedies } from './apply.ts';
import { explain, type UnmetWish } from './explain.ts';

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

/** Whether the wish is held in the named slot beside everything else once the remedies are applied. */
function comesTrue(problem: Problem, plan: Plan, unmet: UnmetWish): boolean {
  const changed = withRemedies(problem, plan, unmet);
  const only = onlyEmptySlots(
    {
      ...changed.problem,
      wishes: changed.problem.wishes.map((wish) => ({ ...wish, weight: wish.id === unmet.wishId ? 1 : 0 })),
    },
    changed.plan,
  );
  const slots = [unmet.possibleWith!.slot];
  const pinned = { ...only, wishes: only.wishes.map((wish) => (wish.id === unmet.wishId ? { ...wish, slots } : wish)) };
  const after = planned(pinned);
  return after.meetings.some(({ wishId }) => wishId === unmet.wishId) && audit(pinned, after).length === 0;
}

/** Slots for which all that the wish needs are there. */
function commonSlots({ slots, people }: Problem, { sides }: Problem['wishes'][number]): number[] {
  const free = new Map(people.map((person) => [person.id, person.free]));
  const comes = (slot: number) => (id: string) => free.get(id)!.includes(slot);
  return [...slots.keys()].filter((slot) =>
    sides.every((side) => (side.need === 'all' ? side.people.every(comes(slot)) : side.people.some(comes(slot)))),
  );
}

describe('why a wish is not held', () => {
  it('names every wish that is not held, once', () => {
    for (let seed = 0; seed < 20; seed++) {
      const problem = smallEvent(seed);
      const plan = planned(problem);
      const ids = [...explain(problem, plan).map(({ wishId }) => wishId), ...plan.meetings.map(({ wishId }) => wishId)];
      expect(ids.sort()).toEqual(problem.wishes.map(({ id }) => id));
    }
  });

  it('says what would make it possible, and it would', () => {
    const reasons = new Set<string>();
    let tried = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = smallEvent(seed);
      const plan = planned(problem);
      for (const unmet of explain(problem, plan)) {
        reasons.add(unmet.reason);
        if (unmet.possibleWith === null) continue;
        expect([seed, unmet, comesTrue(problem, plan, unmet)]).toEqual([seed, unmet, true]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(reasons.size).toBeGreaterThan(5);
  });

  it('names what it says, and it is so', () => {
    const light = scheduledEvent('light', { people: 100, wishes: 450, slots: 12, interpreted: 0.1, interpreters: 2 });
    const seen = new Map<string, number>();
    for (const problem of [light, ...Array.from({ length: 60 }, (_, seed) => smallEvent(seed))]) {
      const plan = planned(problem);
      const held = new Set(plan.meetings.map(({ wishId }) => wishId));
      for (const { wishId, reason, ids } of explain(problem, plan)) {
        seen.set(reason, (seen.get(reason) ?? 0) + 1);
        const wish = problem.wishes.find(({ id }) => id === wishId)!;
        const common = commonSlots(problem, wish);
        if (reason === 'no_common_slot') expect([wishId, common]).toEqual([wishId, []]);
        else if (reason !== 'no_thanks') expect([wishId, common]).not.toEqual([wishId, []]);
        if (reason === 'not_allowed') expect(common.filter((slot) => wish.slots!.includes(slot))).toEqual([]);
        if (reason === 'displaced' || reason === 'pair_meets_already')
          expect([wishId, ids.length > 0, ids.filter((id) => !held.has(id))]).toEqual([wishId, true, []]);
        if (reason === 'maximum_reached' || reason === 'gap') expect([wishId, ids.length]).not.toEqual([wishId, 0]);
      }
    }
    expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(['displaced', 'maximum_reached', 'no_common_slot']));
  });

  it('tells where no room is left, and where the two may not meet, from where nobody is free', () => {
    const person = (id: string): Problem['people'][number] => ({
      ...{ id, organisationId: `of ${id}`, free: [0, 1], zone: null },
      ...{ maximum: null, perDay: null, gapMinutes: 0 },
    });
    const sides = ['a', 'b'].map((id) => ({ organisationId: `of ${id}`, people: [id], need: 'all' as const }));
    const problem = (rooms: number | null, slots: readonly number[] | null): Problem => ({
      ...emptyProblem,
      slots: [0, 1, 2].map((at) => ({ startsAt: at * 30, endsAt: at * 30 + 25, day: 0, rooms: at < 2 ? rooms : null })),
      people: [person('a'), person('b')],
      wishes: [{ id: 'ab', sides, weight: 1, slots, interpreting: null }],
    });
    const why = (one: Problem): string[] => explain(one, { meetings: [] }).map(({ reason }) => reason);
    expect(why(problem(null, null))).toEqual(['not_planned']);
    expect(why(problem(0, null))).toEqual(['no_room']);
    expect(why(problem(null, [2]))).toEqual(['not_allowed']);
    expect(why(problem(null, []))).toEqual(['not_allowed']);
    const apart = problem(null, null);
    const people = [person('a'), { ...person('b'), free: [2] }];
    expect(why({ ...apart, people })).toEqual(['no_common_slot']);
  });

  it('asks for a higher maximum where people are full, which most are', () => {
    const problem = scheduledEvent('explained', { people: 60, wishes: 500, slots: 16, interpreted: 0 });
    const unmet = explain(problem, planned(problem));
    const byReason = Map.groupBy(unmet, ({ reason }) => reason);
    expect(byReason.get('maximum_reached')!.length).toBeGreaterThan(unmet.length / 2);
    expect(unmet.every(({ possibleWith }) => possibleWith === null || possibleWith.remedies.length > 0)).toBe(true);
  });

  it('needs an interpreter of any of the pairs, and asks for the first where none of them can come', () => {
    const at = (id: string): Problem['people'][number] => ({
      ...{ id, organisationId: id, free: [0], maximum: null, perDay: null, gapMinutes: 0, zone: null },
    });
    const interpreter = (id: string, pair: string, free: number[]): Problem['interpreters'][number] => ({
      ...{ id, pairs: [pair], free, maximum: null, perDay: null, rest: null },
    });
    const sides = ['ada', 'bo'].map((id) => ({ organisationId: id, people: [id], need: 'all' as const }));
    const problem: Problem = {
      ...emptyProblem,
      slots: [{ startsAt: 0, endsAt: 20, day: 0, rooms: null }],
      people: [at('ada'), at('bo')],
      interpreters: [interpreter('ines', 'en-ja', [0]), interpreter('ivo', 'it-ja', [])],
      wishes: [{ id: 'ab', sides, weight: 1, slots: null, interpreting: ['it-ja', 'en-ja'] }],
    };
    expect(planned(problem).meetings).toMatchObject([{ wishId: 'ab', interpreterId: 'ines' }]);
    const without = { ...problem, interpreters: [interpreter('ken', 'en-ko', [0])] };
    expect(explain(without, planned(without))).toMatchObject([
      { possibleWith: { remedies: [{ kind: 'add_interpreter', pair: 'it-ja', slot: 0 }] } },
    ]);
  });
});
