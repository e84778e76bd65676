import { describe, expect, it } from '@jest/globals';
import { answer, boardOnScreen, cells, open, path } from '../../../../testing/plan-page';
import { plan, run, runId } from '../../../../testing/schedule-fixtures';

describe('how far a run is', () => {
  boardOnScreen();

  it('says where nothing better is possible, so that nobody wonders why it was over at once', async () => {
    const progress = { ...run().progress, objective: 3924, gap: 0, proved: true, tries: 1, ms: 100 };
    const page = await open(plan({ run: run({ progress }) }));
    expect(page.texts('musubi-run-strip musubi-note')).toEqual([
      'This is the best plan possible: its value reaches the upper bound, so there was nothing left to look for.',
    ]);
  });

  it('says that the first plan was the best one found, instead of a line that climbs nowhere', async () => {
    const [first] = run().progress.curve;
    const progress = { ...run().progress, curve: [first!, { ...first!, ms: 90 }] };
    const page = await open(plan({ run: run({ progress }) }));
    expect([page.element.querySelector('musubi-run-curve'), page.texts('musubi-run-strip > .meta')]).toEqual([
      null,
      [
        'The first plan was the best one found, so there is no climb to draw: its value is 3,771, the upper bound 3,924. Each wish that is held counts by its weight.',
      ],
    ]);
  });

  it('says with what it can be repeated, and leads there', async () => {
    const page = await open(plan({ run: run({ progress: { ...run().progress, steps: 1812 } }) }));
    const [details] = page.texts('musubi-run-strip details');
    expect(details).toContain('Seed 41, up to 20 s.');
    expect(details).toContain('It took 1,812 steps; as many with the same seed give the same plan');
    expect(page.get('musubi-run-strip details a').getAttribute('href')).toContain(`/schedule?again=${runId}`);
  });

  it('says where the time was over, and that more may find more', async () => {
    const page = await open(plan({ run: run({ seconds: 10, progress: { ...run().progress, tries: 7 } }) }));
    expect(page.texts('musubi-run-strip musubi-note')).toEqual([]);
    expect(page.texts('.figures .meta')[0]).toContain('The time that was given is over, after 7 searches.');
  });

  it('says that it waits for the run of another event, and can be stopped meanwhile', async () => {
    const progress = { ...run().progress, phase: 'waiting' as const, ms: 0, objective: null, curve: [] };
    const page = await open(plan({ run: run({ state: 'queued', hasPlan: false, endedAt: null, progress }) }));
    expect(page.texts('.figures .meta')[0]).toMatch(/^0 %\. Waiting for a run of another event to finish/);
    expect(page.button('Stop, keep the best')!.hasAttribute('disabled')).toBe(false);
  });

  it.each([
    { phase: 'waiting' as const, why: 'It was stopped before it began' },
    { phase: 'improving' as const, why: 'It was stopped before it had a plan' },
  ])('says why there is no plan where it was stopped: $why', async ({ phase, why }) => {
    const progress = { ...run().progress, phase, objective: null, curve: [] };
    const page = await open(plan({ run: run({ state: 'stopped', hasPlan: false, progress }) }));
    expect(page.texts('musubi-empty h2')).toEqual([why]);
  });

  it('is watched while the run works, and stopped with the best plan', async () => {
    const underWay = run({ state: 'running', hasPlan: false, endedAt: null });
    const working = {
      ...underWay,
      progress: { ...underWay.progress, phase: 'improving' as const, ms: 6200 },
      seconds: 10,
    };
    const page = await open(plan({ run: working }));
    expect(page.get('[role=progressbar]').getAttribute('aria-valuenow')).toBe('62');
    expect(page.texts('.figures .meta')[0]).toMatch(/^62 %\. Moving meetings so that more fit, 6.2 of 10 s/);
    expect(page.button('Publish')!.hasAttribute('disabled')).toBe(true);
    await page.press('Stop, keep the best');
    await page.answer(`${path}/stop`, { ...working, stopping: true });
    expect(page.button('Stopping, the best plan is kept')).not.toBeNull();
    await page.tell('schedule.progressed', { eventId: 'event', runId });
    await answer(page, plan({ run: run({ state: 'stopped' }) }));
    expect([page.element.querySelector('[role=progressbar]'), cells(page).length]).toEqual([null, 4]);
  });
});
