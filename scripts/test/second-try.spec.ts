import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StepResult } from './result.ts';
import { secondTry } from './second-try.ts';

const failing = (...files: string[]) => files.map((file) => ({ file, passed: 2 }));
const never = (): Promise<StepResult> => assert.fail('not to be run again');

test('what passes is not run again', async () => {
  const first = { passed: 9, failed: 0 };
  assert.equal(await secondTry(first, never), first);
});

test('what fails twice has failed', async () => {
  const asked: string[] = [];
  const first = { passed: 9, failed: 1, skipped: 0, failing: failing('a'), output: 'first' };
  const result = await secondTry(first, async (files) => {
    asked.push(...files);
    return { passed: 2, failed: 1, failing: failing('a'), output: 'second' };
  });
  assert.deepEqual(asked, ['a']);
  assert.deepEqual([result.passed, result.failed, result.unsteady], [9, 1, []]);
  assert.match(result.output!, /first\s+second/);
});

test('what passes at the second try is told as unsteady, and everything is counted once', async () => {
  const first = { passed: 9, failed: 2, skipped: 0, failing: failing('a', 'b') };
  const one = await secondTry(first, async () => ({ passed: 5, failed: 1, failing: failing('b') }));
  assert.deepEqual([one.passed, one.failed, one.unsteady], [10, 1, ['a']]);
  const both = await secondTry(first, async () => ({ passed: 6, failed: 0, failing: [] }));
  assert.deepEqual([both.passed, both.failed, both.unsteady], [11, 0, ['a', 'b']]);
});

test('a second run that does not come to its end has failed', async () => {
  const first = { passed: 9, failed: 1, failing: failing('a') };
  const result = await secondTry(first, async () => ({ passed: 0, failed: 1 }));
  assert.equal(result.failed, 1);
});

test('many files do not fail by chance, nor does what has no file', async () => {
  const many = { passed: 9, failed: 4, failing: failing('a', 'b', 'c', 'd') };
  assert.equal(await secondTry(many, never), many);
  const none = { passed: 0, failed: 1 };
  assert.equal(await secondTry(none, never), none);
});
