import { describe, expect, it } from '@jest/globals';
import { verdictStates, type ParticipantCard, type PersonName } from '@musubi/contracts';
import type { Addressee } from '../../addressee.js';
import { verdictLetter } from './verdict-letter.js';

const name = (givenLatin: string, familyLatin: string): PersonName => ({
  givenLatin,
  familyLatin,
  givenLocal: null,
  familyLocal: null,
  givenKana: null,
  familyKana: null,
});
const to: Addressee = { address: 'c@neckar.example', name: name('Clara', 'Weiss'), lang: 'en', zone: 'Europe/Berlin' };
const partner = {
  name: name('Aiko', 'Tanaka'),
  zone: 'Asia/Tokyo',
  organisation: { nameLatin: 'Osaka Bay Council', nameLocal: null },
} as unknown as ParticipantCard;
const story = {
  news: 'measured',
  to,
  partner,
  startsAt: new Date('2027-01-26T08:25:00Z'),
  endsAt: new Date('2027-01-26T08:45:00Z'),
  state: 'no_show',
  excluded: false,
  finalAt: new Date('2027-01-28T08:46:00Z'),
  url: 'https://musubi.example/app/events/conference/meetings/1',
} as const;

describe('verdictLetter', () => {
  it('says what is recorded and until when one may object, in both zones', () => {
    expect(verdictLetter(story).details).toEqual([
      ['When', 'Tue 26 Jan 2027, 09:25–09:45 CET · 17:25–17:45 JST'],
      ['With', 'Aiko Tanaka'],
      ['Organisation', 'Osaka Bay Council'],
      ['Recorded as', 'One side was not in the room'],
      ['Provisional until', 'Thu 28 Jan 2027, 09:46 CET · 17:46 JST'],
    ]);
  });

  it('of a decision names no term, and an outage excuses everybody', () => {
    const { details } = verdictLetter({ ...story, news: 'decided', state: 'not_held', excluded: true });
    expect(details!.map(([label]) => label)).not.toContain('Provisional until');
    expect(details!.at(-1)).toEqual([
      'Recorded as',
      'Technical trouble at that time; the meeting counts for nobody and against nobody',
    ]);
  });

  it.each(['en', 'ja'] as const)('in %s it blames nobody, whatever happened', (lang) => {
    for (const state of verdictStates) {
      for (const news of ['measured', 'decided'] as const) {
        const { subject, paragraphs, details, closing } = verdictLetter({ ...story, news, state, to: { ...to, lang } });
        const text = [subject, ...paragraphs, ...details!.flat(), ...closing].join('\n');
        expect(text).not.toMatch(/fault of|failed to|no-show|無断|欠席|責任者/i);
      }
    }
  });
});
