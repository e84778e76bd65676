import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { LiveKit } from '../../../platform/index.js';
import { Outages } from '../index.js';

let app: TestApp;
let outages: Outages;
beforeAll(async () => {
  // Nobody listens there.
  const env = { LIVEKIT_URL: 'ws://127.0.0.1:9', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's'.repeat(40) };
  app = await startApp({ env });
  outages = app.app.get(Outages);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('DELETE FROM outage');
  await app.db.query('DELETE FROM sign_of_life');
});

const now = async () => ((await app.db.query('SELECT domain_now() AS now')) as { now: Date }[])[0]!.now;
const minutes = (at: Date, more: number) => new Date(at.getTime() + more * 60_000);
/** As if the last sign of life had been left so long ago. */
const silentFor = (of: 'video' | 'instance', ago: number) =>
  app.db.query(
    `INSERT INTO sign_of_life (of, seen_at, really_at)
     VALUES ($1, domain_now() - $2 * interval '1 minute', clock_timestamp() - $2 * interval '1 minute')`,
    [of, ago],
  );
const found = async (from: number, until: number) => {
  const at = await now();
  const all = await outages.during({ from: minutes(at, from), until: minutes(at, until) }, app.db.manager);
  return all.map((one) => [one.of, ...[one.from, one.until].map((end) => Math.round((+end - +at) / 60_000) || 0)]);
};

describe('outages', () => {
  it('there is none on the first day, and none while signs of life come', async () => {
    await app.jobs.runSweeps();
    await app.jobs.runSweeps();
    expect(await found(-60, 60)).toEqual([]);
  });

  it('a short silence is none', async () => {
    await silentFor('instance', 0.5);
    await app.jobs.runSweeps();
    expect(await found(-60, 60)).toEqual([]);
  });

  it('a server that was down finds out when it is back, also before it has looked', async () => {
    await silentFor('instance', 20);
    expect(await found(-60, 60)).toEqual([['instance', -20, 0]]);
    await app.jobs.runSweeps();
    await app.jobs.runSweeps();
    expect(await found(-60, 60)).toEqual([['instance', -20, 0]]);
    expect(await found(-60, -21)).toEqual([]);
    expect(await found(1, 60)).toEqual([]);
  });

  it('a video server that does not answer is down until it does', async () => {
    await silentFor('video', 5);
    await app.jobs.runSweeps();
    expect(await found(-60, 60)).toEqual([['video', -5, 0]]);
    const livekit = app.app.get(LiveKit) as unknown as { heard(answering: boolean): void };
    livekit.heard(true);
    await app.jobs.runSweeps();
    livekit.heard(false);
    expect(await found(-60, 60)).toEqual([['video', -5, 0]]);
    expect(await found(-2, -1)).toEqual([['video', -5, 0]]);
  });

  it('a jump of the clock is none', async () => {
    await app.jobs.runSweeps();
    await app.jumpTo(minutes(await now(), 24 * 60));
    await app.jobs.runSweeps();
    expect(await found(-48 * 60, 60)).toEqual([]);
  });
});
