import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatTimeRange } from './format.ts';
import { contains } from './interval-set.ts';
import { progress, remaining, remainingMinutes } from './remaining.ts';
import { sharedWindows, workingDay, type Workplace } from './shared-window.ts';

const brussels: Workplace = { zone: 'Europe/Brussels' };
const tokyo: Workplace = { zone: 'Asia/Tokyo' };
const shown = (date: string, own: Workplace, ...others: Workplace[]): string[] =>
  sharedWindows(date, own, ...others).map((window) => formatTimeRange(window, own.zone, 'en'));

describe('shared window', () => {
  it('is one hour in winter and two in summer', () => {
    expect(shown('2027-01-26', brussels, tokyo)).toEqual(['09:00–10:00 CET']);
    expect(shown('2027-01-26', tokyo, brussels)).toEqual(['17:00–18:00 JST']);
    expect(shown('2027-07-06', brussels, tokyo)).toEqual(['09:00–11:00 CEST']);
    expect(shown('2027-07-06', tokyo, brussels)).toEqual(['16:00–18:00 JST']);
  });

  it('changes with the clocks of one side', () => {
    expect(
      ['2026-10-24', '2026-10-25', '2027-03-27', '2027-03-28'].flatMap((date) => shown(date, tokyo, brussels)),
    ).toEqual(['16:00–18:00 JST', '17:00–18:00 JST', '17:00–18:00 JST', '16:00–18:00 JST']);
  });

  it('follows the hours that people keep', () => {
    const early = { ...brussels, hours: { from: '08:00', until: '16:30' } };
    const late = { ...tokyo, hours: { from: '10:00', until: '18:30' } };
    expect(shown('2027-01-26', early, late)).toEqual(['08:00–10:30 CET']);
    expect(shown('2027-01-26', { ...brussels, hours: { from: '12:00', until: '18:00' } }, tokyo)).toEqual([]);
  });

  it('finds the hours of far zones across midnight', () => {
    const angeles = { zone: 'America/Los_Angeles' };
    expect(shown('2027-01-26', angeles, tokyo)).toEqual(['16:00–18:00 PST']);
    expect(shown('2027-01-27', tokyo, angeles)).toEqual(['09:00–11:00 JST']);
  });

  it('lies inside everybody’s working days, and is the whole day of one alone', () => {
    const places = fc.constantFrom(brussels, tokyo, { zone: 'Europe/Helsinki' }, { zone: 'America/New_York' });
    fc.assert(
      fc.property(places, places, fc.nat(600), (own, other, days) => {
        const day = Temporal.PlainDate.from('2026-04-01').add({ days });
        const around = [-1, 0, 1].map((n) => workingDay(day.add({ days: n }).toString(), other));
        for (const window of sharedWindows(day.toString(), own, other)) {
          expect(contains([workingDay(day.toString(), own)], window)).toBe(true);
          expect(contains(around, window)).toBe(true);
        }
        expect(sharedWindows(day.toString(), own)).toEqual([workingDay(day.toString(), own)]);
        expect(sharedWindows(day.toString(), own, own)).toEqual([workingDay(day.toString(), own)]);
      }),
    );
  });
});

describe('what remains', () => {
  const now = Temporal.Instant.from('2027-01-26T08:16:00Z');

  it('counts minutes up and stops at nothing', () => {
    const until = (instant: string): number => remainingMinutes(now, Temporal.Instant.from(instant));
    expect([
      until('2027-01-26T08:31:00Z'),
      until('2027-01-26T08:16:01Z'),
      until('2027-01-26T08:16:00Z'),
      until('2027-01-26T08:00:00Z'),
    ]).toEqual([15, 1, 0, 0]);
  });

  it('splits into parts', () => {
    expect(remaining(now, Temporal.Instant.from('2027-01-28T10:17:05Z'))).toEqual({
      days: 2,
      hours: 2,
      minutes: 1,
      seconds: 5,
    });
    expect(remaining(now, now)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('knows how far a meeting has come', () => {
    const end = now.add({ minutes: 20 });
    expect([-5, 0, 5, 20, 30].map((minutes) => progress(now, end, now.add({ minutes })))).toEqual([0, 0, 0.25, 1, 1]);
  });
});
