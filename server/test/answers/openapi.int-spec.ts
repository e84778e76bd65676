import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiDocument } from '../../src/platform/index.js';
import { startApp, type TestApp } from '../start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('the API is the one that was reviewed (npm run openapi writes docs/openapi.json anew)', async () => {
  const golden = JSON.parse(await readFile(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
  expect(JSON.parse(JSON.stringify(apiDocument(app.app)))).toEqual(golden);
});

describe('the document', () => {
  test('is served as it is', async () => {
    const { body } = await app.http().get('/api/openapi.json');
    expect(body).toEqual(JSON.parse(JSON.stringify(apiDocument(app.app))));
  });

  test('refers only to what it has', () => {
    const document = apiDocument(app.app);
    const named = Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`);
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    expect(referred.filter((to) => !named.includes(to!))).toEqual([]);
    expect(referred.length).toBeGreaterThan(100);
  });

  test('says of every operation what it answers, how it refuses, and whether it takes a key', () => {
    const operations = Object.entries(apiDocument(app.app).paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) =>
        item[verb] ? [{ path, verb, ...item[verb] }] : [],
      ),
    );
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.filter(({ responses }) => !responses['default']).map(({ path }) => path)).toEqual([]);
    expect(operations.filter(({ operationId }) => !operationId).map(({ path }) => path)).toEqual([]);
    const silent = operations.filter(({ responses }) => {
      const [[status, answer] = ['', undefined], ...others] = Object.entries(responses).filter(
        ([at]) => at !== 'default',
      );
      return others.length > 0 || (status !== '204' && !(answer && 'content' in answer));
    });
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
    const keyed = operations.find(({ operationId }) => operationId === 'Me.change');
    expect(keyed?.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    );
  });
});
