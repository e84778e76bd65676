import { describe, expect, it } from '@jest/globals';
import { asWritten, SearchWords } from './search-words.js';

const fits = (asked: string, ...parts: (string | null)[]) => new SearchWords(asked).fit(parts);

describe('the words of a search', () => {
  it('are found in any script, width, case and order', () => {
    const aiko = ['Aiko', 'Tanaka', '田中', '愛子', 'タナカ', 'アイコ', 'Osaka Bay Council'];
    for (const asked of ['tanaka', 'ＴＡＮＡＫＡ', 'たなか', 'ﾀﾅｶ', '田中', 'osaka aiko', 'Ōsaka']) {
      expect([asked, fits(asked, ...aiko) > 0]).toEqual([asked, true]);
    }
    expect(fits('tanaka lyon', ...aiko)).toBe(0);
  });

  it('are found in a name written without its space', () => {
    expect(fits('田中愛子', '田中 愛子')).toBeGreaterThan(0);
  });

  it('fit better at the beginning of a word', () => {
    expect(new SearchWords('port').best(['transport', 'ports', 'rail'], (one) => [one], 2)).toEqual([
      'ports',
      'transport',
    ]);
  });

  it('are none where nothing but signs is asked', () => {
    expect([new SearchWords(' ・!? ').empty, new SearchWords('a').empty]).toEqual([true, false]);
  });

  it('fit what they may stand for, as a word of its own', () => {
    const words = new SearchWords('fujji rei', new Map([['fujji', ['fuji']]]));
    expect(
      [['Rei Fuji'], ['Rei', 'Fuji Council'], ['Rei Fujisawa'], ['Fuji']].map((one) => words.fit(one) > 0),
    ).toEqual([true, true, false, false]);
  });

  it('are given back as they are written', () => {
    expect(asWritten(['muller', 'fuji', 'nobody'], ['Jürgen Müller', null, 'Mt. Fuji (office)'])).toEqual([
      'Müller',
      'Fuji',
    ]);
  });
});
