import { describe, expect, it } from '@jest/globals';
import { datesOf, eventMenu } from './event-menu';

const conference = {
  slug: 'conference',
  title: { en: 'Conference', ja: '年次大会', original: 'en' as const },
  startsAt: '2027-01-25T23:30:00Z',
  endsAt: '2027-01-27T10:20:00Z',
  zone: 'Europe/Brussels',
};

describe('the days of an event', () => {
  it('are those of its place', () => {
    expect([datesOf(conference, 'en'), datesOf(conference, 'ja')]).toEqual([
      '26–27 January 2027',
      '2027年1月26日・27日',
    ]);
  });

  it('stand by their first in the menu of events', () => {
    expect(eventMenu([conference], 'en', (title) => title.en ?? '')).toEqual([
      { value: 'conference', label: 'Conference', more: '26 January 2027' },
    ]);
  });
});
