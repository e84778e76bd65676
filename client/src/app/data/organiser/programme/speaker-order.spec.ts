import { describe, expect, it } from '@jest/globals';
import type { PersonName, SpeakerRow } from '@musubi/contracts';
import { speakerOrder } from './speaker-order';

const row = (name: string, nameLocal: string | null, reading?: [string, string]): SpeakerRow => ({
  speakerId: name,
  name,
  nameLocal,
  organisation: null,
  organisationLocal: null,
  sessions: [],
  account: reading
    ? {
        userId: name as never,
        address: 'x@example.org',
        name: { familyKana: reading[0], givenKana: reading[1] } as PersonName,
        participates: true,
      }
    : null,
  lastChange: null,
});
const speakers = [
  row('Aiko Tanaka', '田中 愛子', ['タナカ', 'アイコ']),
  row('Haruka Fujii', '藤井 遥', ['フジイ', 'ハルカ']),
  row('Marie Dubois', 'マリー・デュボワ'),
  row('Zoe Last', null),
];
const names = (lang: 'en' | 'ja') => [...speakers].sort(speakerOrder(lang)).map(({ name }) => name);

describe('the order of speakers', () => {
  it('is by reading for Japanese readers, and by name for others', () => {
    expect(names('ja')).toEqual(['Zoe Last', 'Aiko Tanaka', 'Marie Dubois', 'Haruka Fujii']);
    expect(names('en')).toEqual(['Aiko Tanaka', 'Haruka Fujii', 'Marie Dubois', 'Zoe Last']);
  });
});
