import { describe, expect, it } from '@jest/globals';
import { assertDatesFit, fiscalYearOf, moveEvent, registrationAt, touchesCalendar } from './event.rules.js';

describe('the states of an event', () => {
  it.each([
    ['draft', 'published', 'published'],
    ['published', 'published', 'published'],
    ['published', 'cancelled', 'cancelled'],
    ['cancelled', 'cancelled', 'cancelled'],
  ] as const)('%s, told to become %s, is %s', (from, to, next) => {
    expect(moveEvent(from, to)).toBe(next);
  });

  it('never brings a cancelled event back, nor cancels what nobody knows of', () => {
    expect(() => moveEvent('cancelled', 'published')).toThrow('event.cancelled');
    expect(() => moveEvent('draft', 'cancelled')).toThrow('event.not_open');
  });
});

describe('the fiscal year', () => {
  it.each([
    ['2026-03-31T14:59:59Z', 2025],
    ['2026-03-31T15:00:00Z', 2026],
    ['2027-01-26T06:45:00Z', 2026],
    ['2027-03-31T15:00:00Z', 2027],
  ])('%s belongs to %i by Tokyo’s date', (instant, year) => {
    expect(fiscalYearOf(Temporal.Instant.from(instant))).toBe(year);
  });
});

const dates = {
  startsAt: '2027-01-26T06:45:00.000Z',
  endsAt: '2027-01-27T10:20:00.000Z',
  registrationOpensAt: '2026-10-01T00:00:00.000Z',
  registrationClosesAt: '2027-01-15T22:59:00.000Z',
};

describe('the dates of an event', () => {
  it('name everything that does not fit', () => {
    expect(() => assertDatesFit(dates)).not.toThrow();
    const wrong = { ...dates, endsAt: dates.startsAt, registrationClosesAt: '2027-02-01T00:00:00.000Z' };
    expect(() => assertDatesFit(wrong)).toThrow(
      expect.objectContaining({
        code: 'request.invalid',
        issues: [
          { path: 'endsAt', message: 'is not after the start' },
          { path: 'registrationClosesAt', message: 'is after the end of the event' },
        ],
      }),
    );
  });

  it('open and close registration, the closing instant itself excluded', () => {
    const event = {
      state: 'published' as const,
      registrationOpensAt: new Date(dates.registrationOpensAt),
      registrationClosesAt: new Date(dates.registrationClosesAt),
    };
    const at = (instant: string) => registrationAt(event, new Date(instant));
    expect(at('2026-09-30T23:59:59.999Z')).toBe('not_yet');
    expect(at('2026-10-01T00:00:00Z')).toBe('open');
    expect(at('2027-01-15T22:58:59.999Z')).toBe('open');
    expect(at('2027-01-15T22:59:00Z')).toBe('closed');
    expect(registrationAt({ ...event, state: 'cancelled' }, new Date('2026-12-01T00:00:00Z'))).toBe('closed');
    expect(registrationAt({ ...event, state: 'draft' }, new Date('2026-12-01T00:00:00Z'))).toBe('not_yet');
  });
});

it('raises the calendar sequence for what calendars carry, and for nothing else', () => {
  expect(touchesCalendar({ startsAt: dates.startsAt })).toBe(true);
  expect(touchesCalendar({ capacity: 5, organisedBy: [] })).toBe(false);
});
