import { expect, it } from '@jest/globals';
import { timeAgo } from './time-ago';

it('says how long ago something was in the largest unit that it fills', () => {
  const now = Date.parse('2027-01-26T08:00:00Z');
  const ago = (then: string): string => Object.values(timeAgo(Date.parse(then), now)).join(' ');
  expect(
    ['2027-01-26T08:00:30Z', '2027-01-26T07:59:01Z', '2027-01-26T07:59:00Z', '2027-01-26T07:00:01Z'].map(ago),
  ).toEqual(['moment 0', 'moment 0', 'minutes 1', 'minutes 59']);
  expect(
    ['2027-01-26T07:00:00Z', '2027-01-25T08:01:00Z', '2027-01-25T08:00:00Z', '2026-01-26T08:00:00Z'].map(ago),
  ).toEqual(['hours 1', 'hours 23', 'days 1', 'days 365']);
});
