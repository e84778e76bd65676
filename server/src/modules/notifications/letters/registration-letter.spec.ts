import { describe, expect, it } from '@jest/globals';
import { toAiko, toClara } from '../../../../test/builders/two-readers.js';
import type { Addressee } from '../addressee.js';
import { registrationLetter } from './registration-letter.js';

describe('registrationLetter', () => {
  const story = {
    to: toClara,
    event: {
      title: { en: 'Annual conference', ja: '年次会議', original: 'en' },
      zone: 'Asia/Tokyo',
      startsAt: new Date('2027-01-26T06:45:00Z'),
      endsAt: new Date('2027-01-27T10:20:00Z'),
    },
    position: 4,
    rejectedBecause: null,
    calendar: false,
    url: 'https://musubi.example/en/events/conference',
  } as const;

  it('shows the times of an event of several days from its first to its last hour', () => {
    const { details } = registrationLetter({ ...story, news: 'completed' });
    expect(details).toEqual([
      ['Event', 'Annual conference'],
      ['When', 'Tue 26 Jan 2027, 07:45 CET · 15:45 JST\nto Wed 27 Jan 2027, 11:20 CET · 19:20 JST'],
    ]);
  });

  it('shows the other side’s clock also where the event’s is the reader’s own', () => {
    const when = (to: Addressee, zone: string) =>
      registrationLetter({ ...story, event: { ...story.event, zone }, to, news: 'completed' }).details![1]![1];
    expect(when(toClara, 'Europe/Brussels')).toBe(
      'Tue 26 Jan 2027, 07:45 CET · 15:45 JST\nto Wed 27 Jan 2027, 11:20 CET · 19:20 JST',
    );
    expect(when(toAiko, 'Asia/Tokyo')).toBe(
      '2027年1月26日（火）15:45 JST · 07:45 CET から\n2027年1月27日（水）19:20 JST · 11:20 CET まで',
    );
    expect(when({ ...toClara, zone: 'Europe/Athens' }, 'Europe/Brussels')).toContain(
      '08:45 EET · 07:45 CET · 15:45 JST',
    );
  });

  it('says the place on the waiting list', () => {
    expect(registrationLetter({ ...story, news: 'waitlisted' }).paragraphs[0]).toContain(
      'number 4 on the waiting list',
    );
    expect(registrationLetter({ ...story, to: toAiko, news: 'waitlisted' }).paragraphs[0]).toContain(
      'キャンセル待ちの4番目',
    );
  });
});
