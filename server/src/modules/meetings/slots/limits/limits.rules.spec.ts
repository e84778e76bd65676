import { describe, expect, it } from '@jest/globals';
import { limitedTimes, type Limits, noLimits } from './limits.rules.js';

const at = (time: string, date = 26) => Temporal.Instant.from(`2027-01-${date}T${time}:00Z`);
const times = (from: string, until: string, date = 26) => ({ start: at(from, date), end: at(until, date) });
const limited = (limits: Partial<Limits>, zone = 'Europe/Brussels') =>
  limitedTimes(
    { ...noLimits, ...limits },
    {
      zone,
      meetings: [times('08:00', '08:20'), times('15:30', '15:50')],
      span: times('07:00', '20:00'),
    },
  ).map(({ start, end, why }) => `${why} ${start} ${end}`);

describe('what a person takes on', () => {
  it('is everything without limits', () => expect(limited({})).toEqual([]));

  it('closes a pause around each meeting', () => {
    expect(limited({ gapMinutes: 15 })).toEqual([
      'gap 2027-01-26T07:45:00Z 2027-01-26T08:00:00Z',
      'gap 2027-01-26T08:20:00Z 2027-01-26T08:35:00Z',
      'gap 2027-01-26T15:15:00Z 2027-01-26T15:30:00Z',
      'gap 2027-01-26T15:50:00Z 2027-01-26T16:05:00Z',
    ]);
  });

  it('closes a day that is full, by the person’s own calendar', () => {
    expect(limited({ perDay: 3 })).toEqual([]);
    expect(limited({ perDay: 2 })).toEqual(['per_day 2027-01-25T23:00:00Z 2027-01-26T23:00:00Z']);
    // In Tokyo the second lies on the next day.
    expect(limited({ perDay: 2 }, 'Asia/Tokyo')).toEqual([]);
    expect(limited({ perDay: 1 }, 'Asia/Tokyo')).toHaveLength(2);
  });

  it('closes the time until somebody may be disturbed, or the whole of it', () => {
    expect(limited({ quietUntil: new Date('2027-01-26T09:00:00Z') })).toEqual([
      'quiet 2027-01-26T07:00:00Z 2027-01-26T09:00:00Z',
    ]);
    expect(limited({ quietUntil: new Date('2027-01-26T06:00:00Z') })).toEqual([]);
    expect(limited({ quiet: true })).toEqual(['quiet 2027-01-26T07:00:00Z 2027-01-26T20:00:00Z']);
  });
});
