import { describe, expect, it } from '@jest/globals';
import { daysInWords, eventDays } from './event-days';

const conference = { startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-27T10:20:00Z' };

describe('the days of an event', () => {
  it('are those of the reader’s calendar', () => {
    expect(eventDays(conference, 'Asia/Tokyo')).toEqual(['2027-01-26', '2027-01-27']);
    expect(eventDays(conference, 'America/Los_Angeles')).toEqual(['2027-01-25', '2027-01-26', '2027-01-27']);
  });

  it('are written in words', () => {
    const written = (...days: string[]) => [daysInWords(days, 'en'), daysInWords(days, 'ja')];
    expect(written('2027-01-26')).toEqual(['Tue 26 January 2027', '2027年1月26日（火）']);
    expect(written('2027-01-26', '2027-01-27')).toEqual([
      'Tue 26 and Wed 27 January 2027',
      '2027年1月26日（火）・27日（水）',
    ]);
    expect(written('2027-01-26', '2027-01-27', '2027-01-28')).toEqual([
      'Tue 26 – Thu 28 January 2027',
      '2027年1月26日（火）〜28日（木）',
    ]);
    expect(written('2026-12-31', '2027-01-01')).toEqual([
      'Thu 31 December 2026 and Fri 1 January 2027',
      '2026年12月31日（木）・2027年1月1日（金）',
    ]);
  });
});
