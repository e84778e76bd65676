import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatDate,
  formatDates,
  formatDateTime,
  formatInZones,
  formatPlainDate,
  formatRange,
  formatRangeInZones,
  formatTimeZoned,
} from './format.ts';
import { intervalFrom } from './interval.ts';
import { offeredZones } from './zones.ts';

const at = Temporal.Instant.from;
const range = (startsAt: string, endsAt: string) => intervalFrom({ startsAt, endsAt });
const pair = ['Europe/Brussels', 'Asia/Tokyo'];

describe('dates', () => {
  it('are words in both languages', () => {
    const day = '2027-01-26';
    expect([
      formatPlainDate(day, 'en'),
      formatPlainDate(day, 'en', { weekday: 'long', month: 'long' }),
      formatPlainDate(day, 'en', { weekday: 'none', year: false }),
      formatPlainDate(day, 'ja'),
      formatPlainDate(day, 'ja', { weekday: 'long', year: false }),
      formatPlainDate(day, 'ja', { weekday: 'none' }),
    ]).toEqual([
      'Tue 26 Jan 2027',
      'Tuesday 26 January 2027',
      '26 Jan',
      '2027年1月26日（火）',
      '1月26日（火曜日）',
      '2027年1月26日',
    ]);
  });

  it('are those of the zone', () => {
    const instant = at('2027-01-15T22:59:00Z');
    expect([formatDate(instant, pair[0]!, 'en'), formatDate(instant, pair[1]!, 'en')]).toEqual([
      'Fri 15 Jan 2027',
      'Sat 16 Jan 2027',
    ]);
  });

  it('run from one to another', () => {
    expect(
      (['en', 'ja'] as const).flatMap((lang) => [
        formatDates('2027-01-26', '2027-01-26', lang),
        formatDates('2027-01-26', '2027-01-27', lang),
        formatDates('2027-01-26', '2027-01-28', lang),
        formatDates('2027-01-30', '2027-02-02', lang),
        formatDates('2026-12-30', '2027-01-02', lang),
      ]),
    ).toEqual([
      '26 January 2027',
      '26–27 January 2027',
      '26–28 January 2027',
      '30 January – 2 February 2027',
      '30 December 2026 – 2 January 2027',
      '2027年1月26日',
      '2027年1月26日・27日',
      '2027年1月26日〜28日',
      '2027年1月30日〜2月2日',
      '2026年12月30日〜2027年1月2日',
    ]);
  });
});

describe('times', () => {
  const instant = at('2027-01-26T08:00:00Z');

  it('stand on both walls, the reader’s first', () => {
    expect(formatInZones(instant, pair, 'en')).toBe('Tue 26 Jan 2027, 09:00 CET · 17:00 JST');
    expect(formatInZones(instant, [...pair].reverse(), 'ja')).toBe('2027年1月26日（火）17:00 JST · 09:00 CET');
    expect(formatDateTime(instant, 'Asia/Tokyo', 'ja', { year: false })).toBe('1月26日（火）17:00 JST');
    expect(formatDateTime(instant, 'Asia/Tokyo', 'ja', { weekday: 'none', year: false })).toBe('1月26日 17:00 JST');
    expect(formatTimeZoned(instant, 'Europe/Brussels')).toBe('09:00 CET');
  });

  it('say the date again where it differs', () => {
    expect(formatInZones(at('2027-01-15T22:59:00Z'), pair, 'en')).toBe(
      'Fri 15 Jan 2027, 23:59 CET · Sat 16 Jan, 07:59 JST',
    );
    expect(formatInZones(at('2027-01-15T22:59:00Z'), pair, 'ja')).toBe(
      '2027年1月15日（金）23:59 CET · 1月16日（土）07:59 JST',
    );
  });

  it('say once what would read the same twice', () => {
    expect(formatInZones(instant, ['Europe/Rome', 'Asia/Tokyo', 'Europe/Brussels'], 'en', { year: false })).toBe(
      'Tue 26 Jan, 09:00 CET · 17:00 JST',
    );
  });

  it('run from one to another', () => {
    const webinar = range('2026-12-10T08:00:00Z', '2026-12-10T09:30:00Z');
    expect(formatRangeInZones(webinar, pair, 'en')).toBe('Thu 10 Dec 2026, 09:00–10:30 CET · 17:00–18:30 JST');
    expect(formatRange(webinar, 'Asia/Tokyo', 'ja')).toBe('2026年12月10日（木）17:00〜18:30 JST');
  });

  it('say the second date of a run over midnight, and both labels over a change of clocks', () => {
    const late = range('2027-01-26T14:50:00Z', '2027-01-26T15:10:00Z');
    expect(formatRange(late, 'Asia/Tokyo', 'en')).toBe('Tue 26 Jan 2027, 23:50 – Wed 27 Jan, 00:10 JST');
    const repeated = range('2026-10-25T00:50:00Z', '2026-10-25T01:10:00Z');
    expect(formatRange(repeated, 'Europe/Brussels', 'en')).toBe('Sun 25 Oct 2026, 02:50 CEST – 02:10 CET');
    const missing = range('2027-03-28T00:50:00Z', '2027-03-28T01:10:00Z');
    expect(formatRange(missing, 'Europe/Brussels', 'en')).toBe('Sun 28 Mar 2027, 01:50 CET – 03:10 CEST');
  });

  it('need a zone', () => {
    expect(() => formatInZones(instant, [], 'en')).toThrow(RangeError);
  });

  it('never show a date in figures alone, and name every zone', () => {
    const instants = fc
      .integer({ min: Date.parse('2026-04-01'), max: Date.parse('2028-03-31') })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    const zones = fc.uniqueArray(fc.constantFrom(...offeredZones), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(instants, zones, fc.constantFrom('en' as const, 'ja' as const), (when, where, lang) => {
        const text = formatInZones(when, where, lang);
        expect(text).not.toMatch(/\d[/.]\d|\d-\d/);
        for (const part of text.split(' · ')) expect(part).toMatch(/\d\d:\d\d [A-Z]{3,5}$/);
      }),
    );
  });
});
