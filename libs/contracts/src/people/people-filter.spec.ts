import { describe, expect, it } from '@jest/globals';
import { peopleFit, type PeopleFilter } from './people-filter.ts';
import type { PersonRow } from './registration.ts';

const aiko = {
  name: {
    familyLatin: 'Tanaka',
    givenLatin: 'Aiko',
    familyLocal: '田中',
    givenLocal: '愛子',
    familyKana: 'タナカ',
    givenKana: 'アイコ',
  },
  organisation: {
    nameLatin: 'Ōsaka Bay Green Industry Council',
    nameLocal: '大阪湾岸グリーン産業協議会',
    kind: 'cluster',
    side: 'jp',
    regionCode: 'JP-27',
  },
  jobTitle: 'Director',
  department: null,
  address: 'aiko.tanaka@osaka-bay.example',
  state: 'complete',
  accessNeeds: null,
} as unknown as PersonRow;
const fits = (filter: PeopleFilter): boolean => peopleFit(aiko, filter);

describe('a person is found', () => {
  it.each([
    ['Latin, given name first', 'aiko tanaka'],
    ['Latin, family name first', 'Tanaka Aiko'],
    ['kanji', '田中 愛子'],
    ['kanji without a space', '田中愛子'],
    ['katakana', 'タナカ'],
    ['hiragana, without a space', 'たなかあいこ'],
    ['half-width katakana', 'ﾀﾅｶ'],
    ['part of the organisation', 'グリーン産業'],
    ['the organisation without its macron', 'osaka bay'],
    ['the title', 'director'],
    ['the address', 'aiko.tanaka@osaka'],
    ['nothing but spaces', '  '],
  ])('by %s', (_, q) => expect(fits({ q })).toBe(true));

  it.each<[string, PeopleFilter, PeopleFilter]>([
    ['words', { q: 'aiko tanaka' }, { q: 'aiko suzuki' }],
    ['state', { state: 'complete' }, { state: 'pending' }],
    ['side', { side: 'jp' }, { side: 'eu' }],
    ['region', { region: 'JP-27' }, { region: 'JP-2' }],
    ['kind of organisation', { kind: 'cluster' }, { kind: 'company' }],
    ['all at once', { q: '田中', side: 'jp', kind: 'cluster' }, { q: '田中', side: 'jp', kind: 'region' }],
  ])('by %s, and not by another', (_, right, wrong) => expect([fits(right), fits(wrong)]).toEqual([true, false]));

  it('by needs only with needs', () => {
    const needs = { ...aiko, accessNeeds: 'Captions' };
    expect([fits({ access: 'needed' }), peopleFit(needs, { access: 'needed' })]).toEqual([false, true]);
  });
});
