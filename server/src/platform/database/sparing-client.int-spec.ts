import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newPerson } from '../../../test/new-person.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '2' } });
  await app.db.query('CREATE TABLE probe (n integer CONSTRAINT probe_n UNIQUE DEFERRABLE INITIALLY DEFERRED)');
});
afterAll(() => app.close());

const numbers = async () => (await app.db.query('SELECT n FROM probe ORDER BY n')).map(({ n }: { n: number }) => n);

test('a transaction that fails at its last statements changes nothing and says so', async () => {
  const userId = await newPerson(app);
  await app.db.query(
    'ALTER TABLE user_event ADD CONSTRAINT probe_refuses CHECK (kind <> $$agenda.changed$$) NOT VALID',
  );
  const failed = app.transactions.run(async (tx) => {
    await tx.em.query('INSERT INTO probe VALUES (1)');
    tx.tell([userId], 'agenda.changed', { eventId: userId });
    tx.afterCommit(() => void app.db.query('INSERT INTO probe VALUES (99)'));
  });
  await expect(failed).rejects.toMatchObject({ constraint: 'probe_refuses' });
  await app.db.query('ALTER TABLE user_event DROP CONSTRAINT probe_refuses');
  expect(await numbers()).toEqual([]);
});

test('a transaction that is refused by the COMMIT itself changes nothing and says so', async () => {
  const failed = app.transactions.run(async (tx) => {
    await tx.em.query('INSERT INTO probe VALUES (2), (2)');
  });
  await expect(failed).rejects.toMatchObject({ constraint: 'probe_n' });
  expect(await numbers()).toEqual([]);
});

test('an empty transaction leaves its connection clean', async () => {
  await app.db.transaction(async () => undefined);
  await app.db.transaction(async (em) => em.query('INSERT INTO probe VALUES (3)'));
  await expect(
    app.db.transaction(async () => {
      throw new Error('before anything was asked');
    }),
  ).rejects.toThrow('before anything was asked');
  expect(await numbers()).toEqual([3]);
});

test('statements go on working after the schema under them changed', async () => {
  const read = () => app.transactions.run((tx) => tx.em.query('SELECT * FROM probe WHERE n > $1', [0]));
  for (let i = 0; i < 6; i++) await read();
  await app.db.query('ALTER TABLE probe ADD COLUMN word text');
  expect(await read()).toEqual([{ n: 3, word: null }]);
});

test('questions asked side by side in one transaction are answered each by its own', async () => {
  const answers = await app.transactions.run((tx) =>
    Promise.all(Array.from({ length: 50 }, async (_, i) => (await tx.em.query('SELECT $1::int AS i', [i]))[0].i)),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => i));
});
