import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import type { PersonRow, RegistrationState } from '@musubi/contracts';
import { aiko, clara } from '../../../testing/meeting-fixtures';
import { PeopleList } from './people-list';

const row = (card: typeof aiko, state: RegistrationState, registeredAt = '2026-12-01T09:00:00Z'): PersonRow => ({
  ...card,
  address: `${card.name.givenLatin.toLowerCase()}@example.org`,
  state,
  lang: 'en',
  directory: 'participants',
  registeredAt,
  accessNeeds: null,
});
const names = (list: PeopleList): string[] => list.shown().map(({ name }) => name.givenLatin);

describe('the list of people', () => {
  const people = signal<readonly PersonRow[]>([row(clara, 'complete'), row(aiko, 'pending')]);

  it('puts those who wait for an answer first', () => {
    const list = new PeopleList(people);
    expect([names(list), list.counts()]).toEqual([
      ['Aiko', 'Clara'],
      [
        { state: 'pending', count: 1 },
        { state: 'complete', count: 1 },
      ],
    ]);
  });

  it('finds by every script of the name, organisation and address; a state that finds nobody stays visible', () => {
    const list = new PeopleList(people);
    for (const words of ['tanaka aiko', '田中', '大阪湾岸', 'aiko@']) {
      list.search(words);
      expect([words, names(list)]).toEqual([words, ['Aiko']]);
    }
    expect(list.counts()).toEqual([
      { state: 'pending', count: 1 },
      { state: 'complete', count: 0 },
    ]);
    list.search('');
    list.narrow('complete');
    expect([names(list), list.total()]).toEqual([['Clara'], 2]);
  });
});
