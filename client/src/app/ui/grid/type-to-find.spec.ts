import { describe, expect, it } from '@jest/globals';
import { TypeToFind } from './type-to-find';

const people = [
  ['Anneli', 'Virtanen'],
  ['Élodie', 'Martin'],
  ['Marek', 'Nowak'],
  ['小林', 'コバヤシ', 'Misaki', 'Kobayashi'],
];

describe('typing to find somebody', () => {
  it('goes by every spelling, without accents', () => {
    const find = (text: string) => {
      const typing = new TypeToFind();
      let at: number | null = 0;
      for (const [time, letter] of [...text].entries()) at = typing.press(letter, people, at ?? 0, time * 100);
      return at;
    };
    expect([find('elo'), find('nowa'), find('koba'), find('小'), find('x')]).toEqual([1, 2, 3, 3, null]);
    // By kana of either kind, also half as wide.
    expect([find('こば'), find('コバ'), find('ｺﾊ'), find('た')]).toEqual([3, 3, 3, null]);
  });

  it('goes on to the next with the same letter again, and round', () => {
    const typing = new TypeToFind();
    const found = [0, 1, 2, 3].map((time) => typing.press('m', people, [0, 1, 2, 3][time]!, time * 100));
    expect(found).toEqual([1, 2, 3, 1]);
  });

  it('begins anew after a pause', () => {
    const typing = new TypeToFind();
    typing.press('a', people, 1, 0);
    expect([typing.press('m', people, 0, 2000), typing.text]).toEqual([1, 'm']);
  });
});
