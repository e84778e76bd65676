import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('two at a time, in their order; who finds too many waiting is sent away, and a failure frees its place', async () => {
  const turns = new Turns(2, 2);
  const log: string[] = [];
  const take = (name: string) =>
    turns
      .take(async () => {
        log.push(`${name} began`);
        await sleep(5);
        if (name === 'b') throw new Error('broken');
        log.push(`${name} ended`);
      })
      .catch((error: Error) => log.push(`${name}: ${error.message}`));
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(take));
  expect(log.filter((line) => line.startsWith('e'))).toEqual(['e: unavailable']);
  expect(log.filter((line) => line.endsWith('began'))).toEqual(['a began', 'b began', 'c began', 'd began']);
  expect(log.indexOf('c began')).toBeGreaterThan(log.indexOf('a ended'));
  expect(log).toContain('b: broken');
  await take('f');
  expect(log.at(-1)).toBe('f ended');
});
