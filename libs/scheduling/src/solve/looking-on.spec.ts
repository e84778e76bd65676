import { describe, expect, it } from '@jest/globals';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { audit, objectiveOf } from '../audit/audit.ts';
import { LookingOn } from './looking-on.ts';
import { solve } from './solve.ts';

const event = scheduledEvent('looking on', {
  people: 60,
  wishes: 500,
  slots: 8,
  rooms: 12,
  interpreters: 2,
  interpreted: 0.2,
});

/** So many searches, one after the other. */
function looked(tries: number): LookingOn {
  const run = new LookingOn(event, { seed: 3 });
  while (!run.done && run.progress.tries! <= tries) run.step();
  return run;
}

describe('a run that looks on', () => {
  it('has what one search has after the first, never less later, and breaks no rule', () => {
    const once = solve(event, { seed: 3 });
    while (!once.done) once.step();
    const run = looked(1);
    expect(run.progress).toMatchObject({ phase: 'again', tries: 2, objective: once.progress.objective, proved: false });
    let before = run.progress.objective!;
    while (run.progress.tries! <= 4) {
      run.step();
      expect(run.progress.objective).toBeGreaterThanOrEqual(before);
      before = run.progress.objective!;
    }
    const plan = run.finish()!;
    expect(audit(event, plan)).toEqual([]);
    expect(objectiveOf(event, plan)).toBe(run.progress.objective);
    expect(run.progress.phase).toBe('done');
  });

  it('gives the same plan for the same seed and as many tries', () => {
    expect(looked(3).finish()).toEqual(looked(3).finish());
  });

  it('is over where nothing better is possible', () => {
    const small = Array.from({ length: 20 }, (_, seed) => smallEvent(seed)).filter((one) => one.goal.kind === 'weight');
    const over = small.flatMap((problem) => {
      const run = new LookingOn(problem);
      while (!run.done && run.progress.tries! < 2) run.step();
      return run.done ? [run] : [];
    });
    expect(over.length).toBeGreaterThan(0);
    for (const run of over) expect(run.progress).toMatchObject({ phase: 'done', proved: true, gap: 0 });
  });

  it('has a plan whenever it is ended, also amid its first search', () => {
    const run = new LookingOn(event);
    run.step();
    expect(audit(event, run.finish()!)).toEqual([]);
    expect([run.done, run.step()]).toEqual([true, run.progress]);
  });
});
