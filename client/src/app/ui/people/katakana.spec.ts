import { describe, expect, it } from '@jest/globals';
import { suggestKatakana, suggestLatin } from './katakana';

describe('suggested readings', () => {
  it('writes European names as they sound', () => {
    const names = [
      'Clara Weiss',
      'Jonas Keller',
      'Martina Vogel',
      'Marek Nowak',
      'Anna Schmidt',
      'Sofia Lindqvist',
      'Jan',
      '',
    ];
    expect(names.map(suggestKatakana)).toEqual([
      'クララ・ヴァイス',
      'ヨナス・ケラー',
      'マルティナ・ヴォゲル',
      'マレク・ノヴァク',
      'アンナ・シュミト',
      'ソフィア・リンドクヴィスト',
      'ヤン',
      '',
    ]);
  });

  it('writes Japanese readings as passports do', () => {
    const names = ['ヤマモト', 'さくら', 'リョウ', 'コバヤシ', 'ショウタ', 'ハットリ', 'マッチ', 'ナンバ', 'オオノ'];
    expect(names.map(suggestLatin)).toEqual([
      'Yamamoto',
      'Sakura',
      'Ryo',
      'Kobayashi',
      'Shota',
      'Hattori',
      'Matchi',
      'Namba',
      'Ono',
    ]);
  });
});
