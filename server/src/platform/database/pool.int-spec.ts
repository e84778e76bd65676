import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '2', DATABASE_WAIT_SECONDS: '0.5' } });
});
afterAll(() => app.close());

test('whoever finds no connection free is told to come back, and is served once there is one', async () => {
  const taken = await Promise.all([1, 2].map(() => taker()));
  const refused = await app.http().get('/api/clock');
  expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
  await Promise.all(taken.map((connection) => connection.release()));
  expect((await app.http().get('/api/clock')).status).toBe(200);
});

async function taker() {
  const runner = app.db.createQueryRunner();
  await runner.connect();
  return runner;
}
