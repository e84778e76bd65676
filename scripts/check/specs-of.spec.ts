import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { specsBeside } from './specs-of.ts';

const checkout = mkdtempSync(join(tmpdir(), 'musubi-check-'));
after(() => rmSync(checkout, { recursive: true }));
for (const file of [
  'a/x.ts',
  'a/x.spec.ts',
  'a/y.int-spec.ts',
  'a/b/z.spec.ts',
  'c/w.spec.ts',
  'c/w.conformance-spec.ts',
]) {
  mkdirSync(join(checkout, file, '..'), { recursive: true });
  writeFileSync(join(checkout, file), '');
}

it('specs stand beside what changed, each once; those of other folders wait for the whole run', () => {
  deepEqual(specsBeside(['a/x.ts', 'a/x.spec.ts', 'a/gone.ts'], checkout), ['a/x.spec.ts', 'a/y.int-spec.ts']);
  deepEqual(specsBeside(['c/w.ts'], checkout), ['c/w.spec.ts']);
  deepEqual(specsBeside(['d/new.ts'], checkout), []);
});
