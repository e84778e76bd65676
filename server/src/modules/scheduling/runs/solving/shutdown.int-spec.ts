import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScheduleRunView } from '@musubi/contracts';
import type { TestPerson } from '../../../../../test/builders/people.js';
import {
  manyWishes,
  newPlannedEvent,
  pathOf,
  planOf,
  planned,
  startRun,
} from '../../../../../test/builders/schedules.js';
import { newDatabase } from '../../../../../test/database/databases.js';
import { startApp } from '../../../../../test/start-app.js';

let database: Awaited<ReturnType<typeof newDatabase>>;
beforeAll(async () => (database = await newDatabase()));
afterAll(() => database.drop());

describe('a run whose server goes down', () => {
  it('ends with the best plan so far before the server does, and the next one starts others', async () => {
    const first = await startApp({ databaseUrl: database.url });
    let run: ScheduleRunView;
    let organiser: TestPerson;
    try {
      const scene = await newPlannedEvent(first);
      const { event } = scene;
      organiser = scene.organiser;
      await manyWishes(first, event.eventId, organiser, { size: 120, each: 20 });
      run = (await startRun(first, event.eventId, organiser, { iterations: null })).body;
      expect(run.state).toBe('queued');
    } finally {
      await first.close();
    }

    const next = await startApp({ databaseUrl: database.url });
    try {
      organiser = { ...organiser, ...(await next.signIn(organiser.userId)) };
      const { body: ended } = await next.http(organiser).get<ScheduleRunView>(pathOf(run));
      expect(ended).toMatchObject({ state: 'stopped', hasPlan: true, stopping: false, failedBecause: null });
      expect((await planOf(next, organiser, ended)).meetings.length).toBe(ended.progress.meetings);
      const again = await planned(next, run.eventId, organiser);
      expect(again).toMatchObject({ number: 2, state: 'done', hasPlan: true });
    } finally {
      await next.close();
    }
    // Two servers, one after the other.
  }, 60_000);
});
