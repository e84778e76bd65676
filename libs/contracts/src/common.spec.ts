import { expect, test } from '@jest/globals';
import { line, prose } from './common.ts';

test.each([
  ['a line', line(80)],
  ['prose', prose(80)],
])('%s has whole characters and no control characters', (_, schema) => {
  const taken = (text: string) => schema.safeParse(text).success;
  expect(['結び', '𠮷野家', 'Ærø'].map(taken)).toEqual([true, true, true]);
  expect(['結\ud800', '\udc00', 'a\u0000b', 'a\u007f'].map(taken)).toEqual([false, false, false, false]);
});
