import { expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startApp } from '../start-app.js';

test('a second connection inside a transaction is refused, and fails the spec that lets it pass', async () => {
  const app = await startApp();
  const read = () => app.app.get(DataSource).query('SELECT 1');
  await app.transactions.run((tx) => tx.em.query('SELECT 1'));
  await read();
  await expect(app.transactions.run(read)).rejects.toThrow('A second connection');
  await expect(app.close()).rejects.toThrow('A second connection');
});
