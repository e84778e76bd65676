import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { at } from '../paths.ts';
import { staleReason } from './stale.mjs';

interface Locked {
  /** Needed by nothing that must be there; then its own parts may be missing, too. */
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

it('locks the binaries of every platform, without which `npm ci` refuses to install', () => {
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const missing = Object.values(packages)
    .filter(({ optional }) => !optional)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !known.has(name));
  deepEqual([...new Set(missing)], []);
});

it('tells when node_modules does not match the lockfile', () => {
  const root = mkdtempSync(join(tmpdir(), 'musubi-stale-'));
  const lock = (file: string, packages: Record<string, object>): void =>
    writeFileSync(join(root, file), JSON.stringify({ packages }));
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
    'node_modules/own': { link: true },
  };
  try {
    lock('package-lock.json', wanted);
    deepEqual(staleReason(root), 'packages are not installed yet');
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules', '.bin', 'node'), '');
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    deepEqual(staleReason(root), 'a 1.0.0 is missing');
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    deepEqual(staleReason(root), null);
  } finally {
    rmSync(root, { recursive: true });
  }
});
