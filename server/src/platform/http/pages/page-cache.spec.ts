import { expect, test } from '@jest/globals';
import { PageCache } from './page-cache.js';

test('a page is kept for its time; beyond the limit the one not asked for longest goes', () => {
  let now = 0;
  const cache = new PageCache(2, 1_000, () => now);
  cache.set('a', 'A');
  cache.set('b', 'B');
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', null, 'C']);
  now = 1_000;
  expect(['a', 'c'].map((key) => cache.get(key))).toEqual([null, null]);
});
