import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Config } from './config.js';
import { InstanceKey } from './instance-key.js';

const folder = mkdtempSync(join(tmpdir(), 'musubi-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = (environment = {}) =>
  new InstanceKey(
    Config.from({ DATABASE_URL: 'postgres://u@h/d', DEMO: '1', DATA_DIR: join(folder, 'data'), ...environment }),
  );

test('whether there is one is known without making it', () => {
  const asked = { DATA_DIR: join(folder, 'asked') };
  expect([key(asked).isThere(), key(asked).isThere()]).toEqual([false, false]);
  expect(key({ ...asked, INSTANCE_KEY: Buffer.alloc(32, 7).toString('base64') }).isThere()).toBe(true);
  key(asked).derive('sign-in');
  expect(key(asked).isThere()).toBe(true);
});

test('the key is made once, kept for the owner of the folder only, and differs by purpose', () => {
  const first = key().derive('sign-in');
  expect(first).toHaveLength(32);
  expect(key().derive('sign-in')).toEqual(first);
  expect(key().derive('totp')).not.toEqual(first);
  expect(statSync(join(folder, 'data', 'instance.key')).mode & 0o777).toBe(0o600);
});

test('a given key comes before the kept one', () => {
  const given = { INSTANCE_KEY: Buffer.alloc(32, 7).toString('base64') };
  expect(key(given).derive('sign-in')).not.toEqual(key().derive('sign-in'));
  expect(key(given).derive('sign-in')).toEqual(key({ ...given, DATA_DIR: '/nonexistent' }).derive('sign-in'));
});
