import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { until } from '../../../test/until.js';
import { Jobs } from '../index.js';

const ran: string[] = [];
let failures = 0;

@Module({})
class ProbeModule {
  constructor(jobs: Jobs) {
    jobs.queue<{ name: string }>('probe.plain', { retries: 2, retryDelaySeconds: 1 }, async ({ name }) => {
      if (name === 'fails once' && failures++ === 0) throw new Error('not yet');
      if (name === 'never works') throw new Error('never');
      ran.push(name);
    });
    jobs.queue<{ name: string; waitMs: number }>(
      'probe.in-order',
      { inOrderPerKey: true, concurrency: 3 },
      async ({ name, waitMs }) => {
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        ran.push(name);
      },
    );
    jobs.sweep('probe', 0.2, async ({ em }) => (await em.query('UPDATE probe_sweep SET times = times + 1'))[1]);
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ProbeModule], env: { WORKERS: '1' } });
  await app.db.query('CREATE TABLE probe_sweep AS SELECT 0 AS times');
});
afterAll(() => app.close());

test('a job starts at once after the commit, not at the next look', async () => {
  const before = Date.now();
  await app.transactions.run((tx) => tx.job('probe.plain', { name: 'at once' }));
  await until(() => ran.includes('at once'));
  expect(Date.now() - before).toBeLessThan(1_500);
});

test('jobs of one transaction are worked off one after the other, without a wait between them', async () => {
  const names = Array.from({ length: 8 }, (_, number) => `of many ${number}`);
  await app.transactions.run(async (tx) => {
    for (const name of names) await tx.job('probe.plain', { name });
  });
  // At a look every two seconds it would take sixteen.
  await until(() => names.every((name) => ran.includes(name)));
});

test('a job whose handler fails is tried again, and in the end kept as dead', async () => {
  await app.transactions.run((tx) => tx.job('probe.plain', { name: 'fails once' }));
  const [{ retry_limit, heartbeat_seconds, dead_letter }] = await app.db.query(
    `SELECT retry_limit, heartbeat_seconds, dead_letter FROM pgboss.queue WHERE name = 'probe.plain'`,
  );
  expect([retry_limit, heartbeat_seconds, dead_letter]).toEqual([2, 30, 'dead']);
  for (let i = 0; i < 30 && !ran.includes('fails once'); i++) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ran).toContain('fails once');
});

test('jobs with one key run in order, those of other keys beside them', async () => {
  ran.splice(0);
  await app.transactions.run(async (tx) => {
    await tx.job('probe.in-order', { name: 'a1', waitMs: 150 }, { key: 'a' });
    await tx.job('probe.in-order', { name: 'a2', waitMs: 0 }, { key: 'a' });
    await tx.job('probe.in-order', { name: 'b1', waitMs: 0 }, { key: 'b' });
  });
  for (let i = 0; i < 30 && ran.length < 3; i++) await new Promise((resolve) => setTimeout(resolve, 200));
  expect([ran.indexOf('a1') < ran.indexOf('a2'), ran.toSorted()]).toEqual([true, ['a1', 'a2', 'b1']]);
});

test('a sweep that another node is at is left to it; whoever wants it done now waits, and it runs once more', async () => {
  const times = async () => (await app.db.query('SELECT times FROM probe_sweep'))[0].times;
  const waiting = async () =>
    (await app.db.query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`))[0].n;
  const otherNode = app.db.createQueryRunner();
  await otherNode.query(`SELECT pg_advisory_lock(hashtextextended('sweep probe', 0))`);
  const before = await times();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([await times(), await waiting()]).toEqual([before, 0]);

  const now = app.jobs.runSweeps();
  await until(async () => (await waiting()) === 1);
  expect(await times()).toBe(before);
  await otherNode.query(`SELECT pg_advisory_unlock(hashtextextended('sweep probe', 0))`);
  await otherNode.release();
  await now;
  expect(await times()).toBeGreaterThan(before);
});
