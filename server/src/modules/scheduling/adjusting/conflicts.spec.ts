import { describe, expect, it } from '@jest/globals';
import { audit, emptyProblem, type Plan, type PlannedMeeting, type Problem, solve } from '@musubi/scheduling';
import { rng } from '@musubi/testing';
import { smallEvent } from '@musubi/testing/scheduling';
import { newConflicts } from './conflicts.js';

function planned(problem: Problem): Plan {
  const run = solve(problem);
  while (!run.done) run.step();
  return run.best()!;
}

/** One or two meetings somewhere else, with others, or gone; or one that was not there before. */
function changed(problem: Problem, { meetings }: Plan, seed: string): Plan {
  const random = rng(seed);
  const next = [...meetings];
  for (let n = random.int(1, 2); n > 0 && next.length > 0; n--) {
    const at = random.int(0, next.length - 1);
    const moved = { ...next[at]!, slot: random.int(0, problem.slots.length - 1) };
    if (random.chance(0.2)) next.splice(at, 1);
    else next[at] = random.chance(0.3) ? { ...moved, interpreterId: interpreter(problem, seed) } : moved;
  }
  const unmet = problem.wishes.filter(({ id }) => !next.some(({ wishId }) => wishId === id));
  if (unmet.length > 0 && random.chance(0.5)) next.push(anyhow(problem, random.pick(unmet), random.int(0, 2)));
  return { meetings: next };
}

const interpreter = ({ interpreters }: Problem, seed: string): string | null =>
  interpreters.length === 0 ? null : rng(seed).pick(interpreters).id;

const anyhow = (problem: Problem, { id, sides }: Problem['wishes'][number], slot: number): PlannedMeeting => ({
  wishId: id,
  slot: Math.min(slot, problem.slots.length - 1),
  people: sides.flatMap(({ need, people }) => (need === 'all' ? people : people.slice(0, 1))),
  interpreterId: null,
});

describe('what stands against a change', () => {
  it('is what a look at the whole plan says', () => {
    let found = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = smallEvent(`changed ${seed}`);
      const before = planned(problem);
      const after = changed(problem, before, `change ${seed}`);
      const rules = (plan: Plan) => audit(problem, plan).map((one) => JSON.stringify(one));
      const known = new Set(rules(before));
      const expected = rules(after).filter((one) => !known.has(one));
      const conflicts = newConflicts(problem, before, after, []);
      expect([seed, conflicts.length]).toEqual([seed, expected.length]);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(30);
  });

  it('names a pair that would meet twice, whoever of them comes and whenever', () => {
    const person = (id: string, organisationId: string) => ({
      id,
      organisationId,
      free: [0, 1],
      maximum: null,
      perDay: null,
      gapMinutes: 0,
      zone: null,
    });
    const wish = (id: string, one: string, other: string) => ({
      id,
      sides: [
        { organisationId: 'A', people: [one], need: 'all' as const },
        { organisationId: 'B', people: [other], need: 'all' as const },
      ],
      weight: 1,
      slots: null,
      interpreting: null,
    });
    const problem: Problem = {
      ...emptyProblem,
      slots: [0, 1].map((at) => ({ startsAt: 30 * at, endsAt: 30 * at + 25, day: 0, rooms: null })),
      people: [person('a1', 'A'), person('a2', 'A'), person('b1', 'B'), person('b2', 'B')],
      wishes: [wish('first', 'a1', 'b1'), wish('second', 'a2', 'b2')],
      pairsOnce: [['A', 'B']],
    };
    const [first, second] = problem.wishes.map((one, slot) => anyhow(problem, one, slot));
    const conflicts = newConflicts(problem, { meetings: [first!] }, { meetings: [first!, second!] }, []);
    expect(conflicts.map(({ kind }) => kind)).toEqual(['pair_meets_twice']);
  });
});
