import { describe, expect, it } from '@jest/globals';
import type { PersonRow } from '@musubi/contracts';
import { aiko, clara } from '../../../../testing/meeting-fixtures';
import { accountOf, accountOptions } from './account-options';

const row = (card: typeof aiko, more: Partial<PersonRow> = {}): PersonRow => ({
  ...card,
  address: `${card.name.givenLatin.toLowerCase()}@example.org`,
  state: 'complete',
  lang: 'en',
  directory: 'participants',
  registeredAt: '2026-10-01T00:00:00Z',
  accessNeeds: null,
  ...more,
});
const people = [row(aiko), row(clara)];
const read = (typed: string, all = people) =>
  accountOptions(typed, all, 'en', 'By address').map(({ label, meta }) => [label, meta]);

describe('accounts to choose for a speaker', () => {
  const found = [['Aiko Tanaka', `${aiko.organisation.nameLatin}, aiko@example.org`]];

  it('are people who take part, in any script, and by address', () => {
    for (const typed of ['tanaka', '田中', 'タナカ', 'たなか', 'AIKO@example.org']) {
      expect([typed, read(typed)]).toEqual([typed, found]);
    }
    expect(read(' ')).toEqual([]);
  });

  it('are an address of nobody who takes part, too', () => {
    expect(read('new@example.org')).toEqual([['new@example.org', 'By address']]);
    const left = [row(aiko, { state: 'withdrawn' })];
    expect(read('aiko@example.org', left)).toEqual([['aiko@example.org', 'By address']]);
  });

  it('tell the server who it is', () => {
    expect(accountOf('participant p1', { nameLocal: null })).toEqual({ by: 'participant', participantId: 'p1' });
    expect(accountOf('address a@b.cd', { nameLocal: '田中 愛子' })).toEqual({
      by: 'address',
      address: 'a@b.cd',
      lang: 'ja',
    });
    expect(accountOf('address a@b.cd', { nameLocal: 'マリー' })).toEqual({
      by: 'address',
      address: 'a@b.cd',
      lang: 'en',
    });
  });
});
