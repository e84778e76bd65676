import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { Readiness } from './readiness.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('a started instance is live and ready, and says that video is off', async () => {
  expect((await app.http().get('/health/live')).body).toEqual({ status: 'live' });
  const ready = await app.http().get('/health/ready');
  expect([ready.status, ready.body]).toEqual([200, { status: 'ready', video: false }]);
});

test('an instance that is about to end is live but not ready', async () => {
  app.app.get(Readiness).closing();
  expect((await app.http().get('/health/live')).status).toBe(200);
  expect((await app.http().get('/health/ready')).body).toMatchObject({ status: 503, code: 'unavailable' });
  app.app.get(Readiness).opened();
});
