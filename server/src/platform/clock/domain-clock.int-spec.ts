import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { DomainClock, Facts, Jobs } from '../index.js';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const clock = () => app.app.get(DomainClock);

test('domain time is real time until it is set forward, then runs on from there', async () => {
  const [{ behind }] = await app.db.query('SELECT extract(epoch FROM now() - domain_now()) AS behind');
  expect(Number(behind)).toBeLessThan(0.001);
  const to = new Date(Date.now() + 10 * 86_400_000);
  await app.jumpTo(to);
  expect((await clock().now()).getTime() - to.getTime()).toBeGreaterThanOrEqual(0);
  expect((await clock().now()).getTime() - to.getTime()).toBeLessThan(2_000);
});

test('it never goes back, and a refused jump tells nobody', async () => {
  const told: unknown[] = [];
  app.app.get(Facts).on('clock.moved', async ({ offsetMs }) => void told.push(offsetMs));
  const offset = await clock().offsetMs();
  await expect(app.jumpTo(new Date(Date.now() - 1_000))).rejects.toMatchObject({ code: 'clock.backwards' });
  expect([await clock().offsetMs(), told]).toEqual([offset, []]);
});

test('a transaction sees one instant, to the millisecond, as JavaScript does', async () => {
  await app.transactions.run(async (tx) => {
    const [{ same }] = await tx.em.query('SELECT domain_now() = $1::timestamptz AS same', [tx.now]);
    expect(same).toBe(true);
  });
});

test('a deadline passed by the jump is swept', async () => {
  await app.db.query(`CREATE TABLE probe_deadline (at timestamptz, swept boolean DEFAULT false)`);
  await app.db.query(`INSERT INTO probe_deadline (at) VALUES (now() + interval '1 day')`);
  const jobs = app.app.get(Jobs);
  jobs.sweep(
    'probe',
    5,
    async ({ em, now }) =>
      (await em.query('UPDATE probe_deadline SET swept = true WHERE at <= $1 AND NOT swept', [now]))[1],
  );
  const swept = async () => (await app.db.query('SELECT swept FROM probe_deadline'))[0].swept;
  await jobs.runSweeps();
  expect(await swept()).toBe(false);
  await app.jumpTo(new Date(Date.now() + 2 * 86_400_000));
  await jobs.runSweeps();
  expect(await swept()).toBe(true);
});
