import { expect, test } from '@jest/globals';
import { emptyProblem, type Problem } from '@musubi/scheduling';
import { Explanations } from './explanations.js';
import type { StoredPlan } from '../stored/stored-plan.js';

const person = (id: string): Problem['people'][number] => ({
  ...{ id, organisationId: `of ${id}`, free: [0], maximum: null, perDay: null, gapMinutes: 0, zone: null },
});
const sides = ['a', 'b'].map((id) => ({ organisationId: `of ${id}`, people: [id], need: 'all' as const }));
const problem: Problem = {
  ...emptyProblem,
  slots: [{ startsAt: 0, endsAt: 25, day: 0, rooms: null }],
  people: [person('a'), person('b')],
  wishes: [{ id: 'ab', sides, weight: 1, slots: null, interpreting: null }],
};
const stored = (planVersion: number, of = problem): StoredPlan =>
  ({ run: { id: 'run', planVersion }, problem: of, plan: { meetings: [] } }) as unknown as StoredPlan;

test('a version of a plan is explained once, for all who look at it; the next one anew', async () => {
  const explanations = new Explanations();
  const [one, other] = [explanations.of(stored(1)), explanations.of(stored(1))];
  expect(other).toBe(one);
  expect(explanations.of(stored(2))).not.toBe(one);
  expect(await one).toMatchObject([{ wishId: 'ab', reason: 'not_planned' }]);
});

test('what failed is tried again, and holds up nobody', async () => {
  const explanations = new Explanations();
  const broken = stored(1, { ...problem, people: [] });
  await expect(explanations.of(broken)).rejects.toThrow();
  expect(await explanations.of(stored(1))).toHaveLength(1);
});
