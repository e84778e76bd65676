import { afterAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrate, schemaDrift } from '../../src/platform/index.js';
import { emptyDatabase } from './databases.js';
import { startApp } from '../start-app.js';

const database = await emptyDatabase();
afterAll(() => database.drop());

test('migrations run from zero, a second time change nothing, and leave no difference to the entities', async () => {
  expect((await migrate(database.url)).length).toBeGreaterThan(0);
  expect(await migrate(database.url)).toEqual([]);
  const app = await startApp({ databaseUrl: database.url });
  const drift = await schemaDrift(app.app.get(DataSource));
  await app.close();
  expect(drift).toEqual([]);
});

test('nodes that start together migrate once', async () => {
  const together = await emptyDatabase();
  const ran = await Promise.all([migrate(together.url), migrate(together.url), migrate(together.url)]);
  await together.drop();
  expect(ran.map((names) => names.length > 0).toSorted()).toEqual([false, false, true]);
});
