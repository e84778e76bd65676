import { describe, expect, it } from '@jest/globals';
import { standOf } from './event-stand';

const event = {
  state: 'published',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T10:20:00Z',
  registration: 'open',
} as const;
const at = (time: string) => Temporal.Instant.from(time);

describe('how an event stands', () => {
  it('follows the clock, registration and cancellation', () => {
    expect(standOf(event, at('2027-01-12T00:00:00Z'))).toBe('open');
    expect(standOf({ ...event, registration: 'not_yet' }, at('2026-09-01T00:00:00Z'))).toBe('not_yet');
    expect(standOf(event, at('2027-01-26T06:45:00Z'))).toBe('now');
    expect(standOf(event, at('2027-01-27T10:20:00Z'))).toBe('past');
    expect(standOf({ ...event, state: 'cancelled' }, at('2027-01-26T07:00:00Z'))).toBe('cancelled');
  });
});
