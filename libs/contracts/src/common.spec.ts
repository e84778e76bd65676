import { expect, test } from '@jest/globals';
import { kanaLine, latinLine, line, PersonName, prose } from './common.ts';

test.each([
  ['a line', line(80)],
  ['prose', prose(80)],
])('%s has whole characters and no control characters', (_, schema) => {
  const taken = (text: string) => schema.safeParse(text).success;
  expect(['結び', '𠮷野家', 'Ærø'].map(taken)).toEqual([true, true, true]);
  expect(['結\ud800', '\udc00', 'a\u0000b', 'a\u007f'].map(taken)).toEqual([false, false, false, false]);
});

test('a reading is in katakana, whichever kana and width it was typed in', () => {
  const kana = kanaLine(80);
  expect(
    ['たなか', ' ﾀﾅｶ　', 'あいこ・Ａｉｋｏ', 'ヴァイス', 'ゔぁいす', 'みすゞ'].map((text) => kana.parse(text)),
  ).toEqual(['タナカ', 'タナカ', 'アイコ・Aiko', 'ヴァイス', 'ヴァイス', 'ミスヾ']);
  expect(['', '　', 'あ'.repeat(81), 'あ\u0000'].map((text) => kana.safeParse(text).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a name keeps its own script sign for sign, and its Latin letters are plain', () => {
  const name = {
    familyLatin: '　Ｋａｎｄａ',
    givenLatin: 'Aiko',
    familyLocal: '\ufa19田',
    givenLocal: '髙子',
    familyKana: 'かんだ',
    givenKana: null,
  };
  expect(PersonName.parse(name)).toEqual({ ...name, familyLatin: 'Kanda', familyKana: 'カンダ' });
  expect(latinLine(4).safeParse('㍍㍍').success).toBe(false);
});
