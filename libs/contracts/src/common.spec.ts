import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kanaLine, latinLine, latinName, line, PersonName, prose } from './common.ts';

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
    ['たなか', ' ﾀﾅｶ　', 'ﾏﾘｰ・ﾀﾞ　あいこ', 'ヴァイス', 'ゔぁいす', 'みすゞ'].map((text) => kana.parse(text)),
  ).toEqual(['タナカ', 'タナカ', 'マリー・ダ アイコ', 'ヴァイス', 'ヴァイス', 'ミスヾ']);
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

test('a name in Latin letters keeps its accents and signs; letters of any other script are refused', () => {
  const names = ['O’Brien-Łoś', 'Åse', "D'Angelo", 'J. R.', 'Col·lell', 'Nguyễn', 'Şahin', 'Z\u030ciz\u030cka'];
  expect(names.map((name) => latinName(80).safeParse(name).success)).toEqual(names.map(() => true));
  const others = ['タナカ', 'たなか', '田中', 'Ανδρέου', 'Петров', 'Tanakaタ', '김', '1', 'A1', '-', 'a@b', '😀'];
  expect(others.filter((name) => latinName(80).safeParse(name).success)).toEqual([]);
});

test('an organisation has its digits and signs in Latin letters, too', () => {
  const taken = ['B2B Österreich & Co. (Wien)', '4C Hub', 'Śląskie H₂ – “Clean” Air', 'Ａ＆Ｂ'];
  expect(taken.map((name) => latinLine(80).safeParse(name).success)).toEqual([true, true, true, true]);
  const refused = ['Ενεργειακό Γραφείο', '大阪', 'Osaka 協議会', 'カイ', '2027', '&'];
  expect(refused.filter((name) => latinLine(80).safeParse(name).success)).toEqual([]);
});

test('a reading holds nothing but katakana, the long vowel, a middle dot and space', () => {
  expect(
    ['田中', 'Tanaka', 'タナカtaro', 'タ中', '・', 'ー', '타나카'].filter(
      (text) => kanaLine(80).safeParse(text).success,
    ),
  ).toEqual([]);
});

test('whatever is typed: what is taken is of its script alone, and is taken again as it stands', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'aZéßŁ’-. ・ーｶﾞあんタッ田αЖ1😀'), maxLength: 8 });
  fc.assert(
    fc.property(typed, (text) => {
      for (const [schema, letters] of [
        [latinName(80), /^[\p{Script=Latin}\P{L}]+$/u],
        [latinLine(80), /^[\p{Script=Latin}\P{L}]+$/u],
        [kanaLine(80), /^[\p{Script=Katakana}\P{L}ー]+$/u],
      ] as const) {
        const read = schema.safeParse(text);
        if (!read.success) continue;
        expect(read.data).toMatch(letters);
        expect(schema.parse(read.data)).toBe(read.data);
      }
    }),
  );
});
