import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manyWishes, newPlannedEvent, planned, planOf } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

describe('a run that was ended by the clock', () => {
  it('is repeated with its seed and as many steps, on whatever machine', async () => {
    const { event, organiser } = await newPlannedEvent(app);
    await manyWishes(app, event.eventId, organiser, { size: 60, each: 20 });
    const run = await planned(app, event.eventId, organiser, { iterations: null, seconds: 1, seed: 5 });
    const { steps } = run.progress;
    expect(steps).toBeGreaterThan(0);
    const again = await planned(app, event.eventId, organiser, {
      ...{ iterations: null, steps: steps!, seconds: 600, seed: 5 },
    });
    expect([again.state, again.progress.steps, again.progress.objective]).toEqual([
      'done',
      steps,
      run.progress.objective,
    ]);
    const [first, second] = [await planOf(app, organiser, run), await planOf(app, organiser, again)];
    const shape = ({ meetings }: typeof first) => meetings.map(({ wishId, slot, people }) => [wishId, slot, people]);
    expect(shape(second)).toEqual(shape(first));
    expect(first.meetings.length).toBeGreaterThan(50);
  }, 120_000);
});
