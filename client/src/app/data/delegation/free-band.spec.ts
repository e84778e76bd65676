import { describe, expect, it } from '@jest/globals';
import { freeBand } from './free-band';

const slot = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
const slots = [
  slot('2027-01-26T08:00:00Z', '2027-01-26T08:20:00Z'),
  slot('2027-01-26T08:25:00Z', '2027-01-26T08:45:00Z'),
  slot('2027-01-26T15:30:00Z', '2027-01-26T15:50:00Z'),
];

describe('when a member can be met', () => {
  it('is shown by the days of the reader’s wall; what touches a slot does not take it', () => {
    const busy = [slot('2027-01-26T08:20:00Z', '2027-01-26T08:30:00Z')];
    const days = (zone: string) =>
      freeBand(slots, { busy }, zone).map(({ date, free, cells }) => [date, free, cells.length]);
    expect(days('Europe/Berlin')).toEqual([['2027-01-26', 2, 3]]);
    expect(days('Asia/Tokyo')).toEqual([
      ['2027-01-26', 1, 2],
      ['2027-01-27', 1, 1],
    ]);
  });

  it('is nothing without slots', () => {
    expect(freeBand([], { busy: [] }, 'Asia/Tokyo')).toEqual([]);
  });
});
