import { describe, expect, it } from '@jest/globals';
import { audit, objectiveOf, solve, type Problem } from '@musubi/scheduling';
import { b2bInstance } from '@musubi/testing/scheduling';
import { sampleFile } from '../sample-file.js';

const instance = (name: string): Problem => b2bInstance(sampleFile('b2b', `${name}.dzn`));

/** Proved optima as published (Bofill et al. 2022, MaxSAT); `null` where it was proved that there is no plan. */
const published = {
  'tic-12.original': 0,
  'tic-12.prec15': 0,
  'forum-13.original': 0,
  'forumt-14.original': 5,
  'forumt-14crafd.prec15': 4,
  'forum-13crafb.prec15': null,
  'ticf-13crafb.prec15': null,
} as const;

describe('published instances of B2B meeting scheduling', () => {
  it('are read whole', () => {
    const { people, wishes, slots, precedences, fixed, goal } = instance('forum-14.prec15');
    expect([people.length, wishes.length, slots.length, fixed.length]).toEqual([78, 302, 22, 0]);
    expect(precedences.length).toBeGreaterThan(20);
    expect(goal).toEqual({ kind: 'idle', spread: 2 });
  });

  it.each(Object.entries(published))(
    '%s: the published optimum is found and proved',
    (name, optimum) => {
      const problem = instance(name);
      const run = solve(problem);
      while (!run.done) run.step();
      expect(run.progress).toMatchObject({ feasible: optimum !== null, proved: true, objective: optimum });
      const plan = run.best();
      if (plan) expect([audit(problem, plan), objectiveOf(problem, plan)]).toEqual([[], optimum]);
      else expect(optimum).toBeNull();
    },
    120_000,
  );
});
