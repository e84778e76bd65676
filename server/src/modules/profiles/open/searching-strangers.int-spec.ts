import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tally } from '../../../../test/builders/meetings.js';
import { newPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMIT_FACTOR: '1' } });
});
afterAll(() => app.close());

it('strangers look for words in public profiles 120 times a minute, and read the list as before', async () => {
  const search = () => app.http().get('/api/profiles?q=hidrogenn');
  expect(tally(await Promise.all(Array.from({ length: 121 }, search)))).toEqual({
    200: 120,
    '429 request.too_many': 1,
  });
  expect((await app.http().get('/api/profiles?region=DE1')).status).toBe(200);
  expect((await app.http(await newPerson(app)).get('/api/profiles?q=hidrogenn')).status).toBe(200);
});
