import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import type { Lang, PersonRow } from '@musubi/contracts';
import { aiko, clara } from '../../../../testing/meeting-fixtures';
import { PeopleList } from './people-list';

const row = (card: typeof aiko, more: Partial<PersonRow> = {}): PersonRow => ({
  ...card,
  address: `${card.name.givenLatin.toLowerCase()}@example.org`,
  state: 'complete',
  lang: 'en',
  directory: 'participants',
  registeredAt: '2026-12-01T09:00:00Z',
  accessNeeds: null,
  ...more,
});
const named = (familyLatin: string, familyKana: string): PersonRow =>
  row({ ...aiko, name: { ...aiko.name, familyLatin, familyKana } });
const listOf = (rows: readonly PersonRow[], lang: Lang = 'en') => new PeopleList(signal(rows), signal(lang));
const names = (list: PeopleList): string[] => list.rows().map(({ name }) => name.givenLatin);
const families = (list: PeopleList): string[] => list.rows().map(({ name }) => name.familyLatin);
const said = (counts: readonly { value: string; count: number }[]) =>
  counts.map(({ value, count }) => `${value} ${count}`);

describe('the list of people', () => {
  const people = [row(clara), row(aiko, { state: 'pending', accessNeeds: 'Captions' })];

  it('puts those who wait for an answer first', () => {
    const list = listOf(people);
    expect([names(list), said(list.states())]).toEqual([
      ['Aiko', 'Clara'],
      ['pending 1', 'complete 1'],
    ]);
  });

  it('sorts by name as the reader does: by reading in Japanese', () => {
    const rows = [named('Abe', 'ワタナベ'), named('Watanabe', 'アベ')];
    const [english, japanese] = [listOf(rows), listOf(rows, 'ja')];
    for (const list of [english, japanese]) list.sort('name');
    expect([families(english), families(japanese)]).toEqual([
      ['Abe', 'Watanabe'],
      ['Watanabe', 'Abe'],
    ]);
  });

  it('counts each value among those who fit the other filters; none stays visible', () => {
    const list = listOf(people);
    list.narrow({ side: 'eu' });
    expect({
      names: names(list),
      states: said(list.states()),
      sides: said(list.sides()),
      regions: said(list.regions()),
      kinds: said(list.kinds()),
      needing: list.needing(),
      any: list.inAnyState(),
      total: list.total(),
    }).toEqual({
      names: ['Clara'],
      states: ['pending 0', 'complete 1'],
      sides: ['eu 1', 'jp 1'],
      regions: ['DE1 1', 'JP-27 0'],
      kinds: ['cluster 1'],
      needing: 0,
      any: 1,
      total: 2,
    });
    list.narrow({ side: undefined, access: 'needed', q: 'たなか' });
    expect([names(list), list.isNarrowed()]).toEqual([['Aiko'], true]);
    list.clear();
    expect([names(list).length, list.isNarrowed()]).toEqual([2, false]);
  });

  it('comes in pages; a filter begins on the first, and no page is empty', () => {
    const rows = signal(Array.from({ length: 60 }, () => row(clara)));
    const list = new PeopleList(rows, signal<Lang>('en'));
    list.turn(3);
    expect([list.page(), list.pages(), list.rows().length]).toEqual([3, 3, 10]);
    rows.set(rows().slice(0, 30));
    expect([list.page(), list.pages(), list.rows().length]).toEqual([2, 2, 5]);
    list.narrow({ side: 'eu' });
    expect(list.page()).toBe(1);
    list.turn(0);
    expect(list.page()).toBe(1);
  });
});
